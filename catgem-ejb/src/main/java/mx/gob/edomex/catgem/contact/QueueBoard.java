package mx.gob.edomex.catgem.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.Language;

/**
 * The universal queue at one moment, for those who watch it. Nothing in it is personal.
 *
 * @param at the moment
 * @param classes what waits, the one nearest to or furthest beyond its target first
 * @param waiting the first contacts in routing order; {@code depth} says how many there are in all
 * @param advisors everyone who is not offline
 * @param byState how many advisors are in each state, offline ones too
 */
public record QueueBoard(
        Instant at,
        int depth,
        int offered,
        int inHand,
        List<QueueClass> classes,
        List<Waiting> waiting,
        List<AdvisorLine> advisors,
        Map<String, Integer> byState,
        List<AlertLine> alerts) {

    /** Classes whose oldest contact has missed its target. */
    public int beyondTarget() {
        return (int) classes.stream().filter(one -> one.usedPercent() > 100).count();
    }

    /** The longest time in the queue of all that waits; zero when nothing does. */
    public Duration longestWait() {
        return classes.stream()
                .map(QueueClass::oldestWait)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Contacts that wait or are being offered and are not among {@link #waiting}. */
    public int notShown() {
        return Math.max(0, depth + offered - waiting.size());
    }

    public int advisorsIn(String state) {
        return byState.getOrDefault(state, 0);
    }

    /**
     * A contact that waits or is being offered.
     *
     * @param offeredTo name of the advisor whose desk it rings on, or null
     * @param returned it was offered before or came back from an advisor; its age is kept
     */
    public record Waiting(
            String folio,
            Channel channel,
            Language language,
            String topicName,
            Priority priority,
            Duration waited,
            int targetSeconds,
            int usedPercent,
            boolean returned,
            String offeredTo) {}

    /**
     * An advisor at work.
     *
     * @param state what the board shows: OFFERED, ON_CONTACT or AFTER_CALL_WORK when there is such a leg, else the presence
     * @param since when the presence began, or the newest of those legs
     * @param points capacity in use, 0 to 100
     */
    public record AdvisorLine(
            String username,
            String name,
            String state,
            String reason,
            Instant since,
            int points,
            int contacts,
            String nextPresence) {}

    /**
     * A contact in an advisor's hands.
     *
     * @param movedAt when last somebody wrote in it, or it was connected
     */
    public record InHand(
            String folio,
            Channel channel,
            String topicName,
            Priority priority,
            String state,
            String advisor,
            String advisorName,
            Instant connectedAt,
            Instant movedAt) {}

    /** An open alert. */
    public record AlertLine(
            long id,
            String kind,
            String severity,
            String folio,
            String staffName,
            String detail,
            Instant raisedAt,
            String takenBy) {}
}
