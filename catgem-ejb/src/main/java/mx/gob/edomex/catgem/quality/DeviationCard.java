package mx.gob.edomex.catgem.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A deviation as people read it.
 *
 * @param folio null where the execution is no contact's
 * @param stepCode null where the deviation is no step's
 * @param before D2: the step that had to come first, else null
 * @param measured D2: position of the step done too early; D4, D5, D7: seconds, or steps declared at the end; D6: times;
 *     D10: missing numbers; else null
 * @param allowed D2: position of the step that had to come first; the limit of what was measured otherwise; else null
 */
public record DeviationCard(
        long id,
        DeviationCode code,
        UUID execution,
        String folio,
        String procedure,
        int version,
        String subject,
        String stepCode,
        String stepName,
        String before,
        BigDecimal measured,
        BigDecimal allowed,
        String advisor,
        String advisorName,
        Instant countedAt,
        Instant at,
        Instant foundAt) {

    /** What an execution is called that is no contact's and has no folio. */
    public String reference() {
        return ExecutionLine.reference(procedure, execution);
    }
}
