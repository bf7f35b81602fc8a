package mx.gob.edomex.catgem.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.Language;

/**
 * A contact as listed.
 *
 * @param topicName in the reader's language
 * @param state name of the contact's state
 * @param outcome how it closed, or null
 * @param disposition code, or null
 * @param dispositionName in the reader's language, or null
 * @param advisor user name of who has it or had it last, or null
 * @param title what the citizen wrote as subject; null when there is none, it was erased or the reader may not see it
 * @param targetSeconds how long it may wait
 */
public record ContactLine(
        UUID id,
        String folio,
        Channel channel,
        String entryPoint,
        Language language,
        String topic,
        String topicName,
        Priority priority,
        String state,
        String outcome,
        String disposition,
        String dispositionName,
        String advisor,
        String advisorName,
        String title,
        UUID matter,
        int targetSeconds,
        int pausedSeconds,
        Instant createdAt,
        Instant firstQueuedAt,
        Instant connectedAt,
        Instant deliveredAt,
        Instant closedAt) {

    /** Time in the queue until the advisor connected, the citizen left, or now. */
    public Duration waited(Instant now) {
        if (firstQueuedAt == null) {
            return Duration.ZERO;
        }
        Instant end = connectedAt != null ? connectedAt : closedAt != null ? closedAt : now;
        Duration wait = Duration.between(firstQueuedAt, end).minusSeconds(pausedSeconds);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    public boolean ended() {
        return closedAt != null;
    }
}
