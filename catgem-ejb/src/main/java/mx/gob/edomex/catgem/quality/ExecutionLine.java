package mx.gob.edomex.catgem.quality;

import java.time.Instant;
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
        String codes) {}
