package mx.gob.edomex.catgem.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A decision as a task.
 *
 * @param review id of its review; {@code number} is as in RD-2026-0001/2
 * @param outcome what was done, or null
 */
public record DecisionLine(
        UUID id,
        UUID review,
        String number,
        String what,
        String owner,
        String ownerName,
        LocalDate dueOn,
        boolean overdue,
        Instant doneAt,
        String outcome) {}
