package mx.gob.edomex.catgem.rules;

import java.time.Instant;

/**
 * A published version of the rules.
 *
 * @param author who handed the draft in; {@code SYSTEM} for the first one
 * @param approvedBy null for the first one
 * @param inForce whether it counts at the moment
 */
public record RuleVersion(
        int version,
        String author,
        String approvedBy,
        Instant effectiveFrom,
        Instant recordedAt,
        String reason,
        boolean inForce) {

    /** Published, but its time has not come. */
    public boolean isScheduled(Instant now) {
        return effectiveFrom.isAfter(now);
    }
}
