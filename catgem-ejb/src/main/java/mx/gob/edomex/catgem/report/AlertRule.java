package mx.gob.edomex.catgem.report;

import java.time.Instant;
import mx.gob.edomex.catgem.shared.Alerts;

/**
 * When the centre alerts by itself.
 *
 * @param kind the condition, and the kind of its alert
 * @param threshold percent, contacts or advisors, as the kind says
 * @param minutes for how long the condition must hold
 * @param since when it began to hold, or null
 */
public record AlertRule(
        Kind kind,
        boolean enabled,
        int threshold,
        int minutes,
        Alerts.Severity severity,
        boolean sound,
        Instant since,
        Instant raisedAt) {

    /** The conditions the centre can look for. */
    public enum Kind {
        /** Service level of the last 30 minutes below the threshold, percent. */
        SERVICE_LEVEL_LOW(1, 100),
        /** The oldest wait of a class above the threshold, percent of its target. */
        OLDEST_WAIT_LONG(10, 10_000),
        /** Fewer advisors available than the threshold while contacts wait. */
        NOBODY_AVAILABLE(1, 100),
        /** More contacts waiting than the threshold. */
        QUEUE_LONG(1, 100_000),
        /** Abandon rate of the last 30 minutes above the threshold, percent. */
        ABANDON_RATE_HIGH(1, 100),
        /** At least that many raised hands unanswered. */
        HAND_WAITING(1, 100),
        /** At least that many corrective actions not done on their day. */
        ACTION_OVERDUE(1, 100);

        private final int least;
        private final int most;

        Kind(int least, int most) {
            this.least = least;
            this.most = most;
        }

        boolean takes(int threshold) {
            return threshold >= least && threshold <= most;
        }
    }
}
