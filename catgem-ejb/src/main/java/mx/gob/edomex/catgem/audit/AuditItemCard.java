package mx.gob.edomex.catgem.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A folio of a sample, as its auditor works on it.
 *
 * @param mine whether the reader is to examine it, in an audit that is running
 * @param steps of the version under which it was attended
 * @param marks all of them, those taken back too, the newest first
 * @param next the next folio of the reader of which nothing was said; null when there is none
 */
public record AuditItemCard(
        UUID id,
        AuditId audit,
        String number,
        String title,
        int ordinal,
        int size,
        String folio,
        String procedure,
        int version,
        Instant closedAt,
        String attendedBy,
        String auditor,
        String auditorName,
        boolean mine,
        List<Step> steps,
        List<AuditCard.Mark> marks,
        UUID next) {

    /**
     * A step of the version, and what the record has of it.
     *
     * @param done times it is on record
     * @param at when it was on record first, or null
     */
    public record Step(String code, String name, boolean mandatory, int done, Instant at, String deviations) {}

    public List<AuditCard.Mark> current() {
        return marks.stream().filter(mark -> mark.takenBack() == null).toList();
    }

    public List<AuditCard.Mark> takenBack() {
        return marks.stream().filter(mark -> mark.takenBack() != null).toList();
    }
}
