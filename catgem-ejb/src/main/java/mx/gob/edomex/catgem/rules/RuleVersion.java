package mx.gob.edomex.catgem.rules;

import java.time.Instant;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * A published version of the rules, or of the telephone's menu.
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

    static RuleVersion of(Sql.Row row) {
        return new RuleVersion(
                row.number("version"),
                row.text("author"),
                row.text("approved_by"),
                row.instant("effective_from"),
                row.instant("recorded_at"),
                row.text("reason"),
                row.flag("in_force"));
    }

    /** Published, but its time has not come. */
    public boolean isScheduled(Instant now) {
        return effectiveFrom.isAfter(now);
    }
}
