package mx.gob.edomex.catgem.review;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A review in the list.
 *
 * @param decisions how many; {@code open} of them are not done, {@code overdue} of these past their day
 */
public record ReviewLine(
        UUID id,
        String number,
        ReviewState state,
        LocalDate heldOn,
        LocalDate from,
        LocalDate to,
        int decisions,
        int open,
        int overdue) {}
