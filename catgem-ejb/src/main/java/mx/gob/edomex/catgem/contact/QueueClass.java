package mx.gob.edomex.catgem.contact;

import java.time.Duration;
import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.Language;

/**
 * What waits in one service class.
 *
 * @param depth contacts waiting; one being offered is not waiting
 * @param oldestSince entry into the queue of the one that has waited longest, moved on by its pauses
 * @param oldestWait its time in the queue without pauses
 * @param targetSeconds how long a contact of the class may wait
 * @param usedPercent the oldest wait as a part of the target; above 100 the target is missed
 */
public record QueueClass(
        Language language,
        String topic,
        String topicName,
        Channel channel,
        Priority priority,
        int depth,
        Instant oldestSince,
        Duration oldestWait,
        int targetSeconds,
        int usedPercent) {

    /** The oldest wait as a part of the target, 1.0 when it is reached. */
    double used() {
        return oldestWait.toMillis() / (targetSeconds * 1000.0);
    }

    /** Name of the class, as of its queue in the broker. */
    public String key() {
        return language + "." + topic + "." + channel + "." + priority;
    }
}
