package mx.gob.edomex.catgem.quality;

import java.time.Instant;
import java.util.UUID;

/**
 * Work outside the queue that has begun and not ended: read while it goes on, judged once it has ended.
 *
 * @param steps how many step events it has
 * @param lastStep name of the newest in the reader's language
 * @param lastStaff name of who did it, or null
 */
public record RunningExecution(
        UUID execution,
        String procedure,
        int version,
        Instant begunAt,
        int steps,
        String lastStep,
        String lastStaff,
        Instant lastAt) {

    /** What it is called where a contact has its folio. */
    public String reference() {
        return ExecutionLine.reference(procedure, execution);
    }
}
