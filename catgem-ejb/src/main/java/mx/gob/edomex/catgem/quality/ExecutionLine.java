package mx.gob.edomex.catgem.quality;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An ended execution in a list.
 *
 * @param folio null where the execution is no contact's
 * @param advisorName who was assigned last, or ended it; null when nobody
 * @param codes the deviations found in it, as in {@code D1 D4}
 */
public record ExecutionLine(
        UUID execution,
        String folio,
        String procedure,
        int version,
        Instant countedAt,
        Instant endedAt,
        String outcome,
        boolean earlyExit,
        String advisor,
        String advisorName,
        int measured,
        int declared,
        int skipped,
        int missing,
        int late,
        String codes) {

    /** What an execution is called that is no contact's and has no folio. */
    public String reference() {
        return reference(procedure, execution);
    }

    static String reference(String procedure, UUID execution) {
        return procedure + "-" + execution.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
