package mx.gob.edomex.catgem.quality;

import java.time.LocalDate;

/**
 * Which executions a report is about: those that ended, counted on the local day in which they were first queued (or
 * began, where there is no queue).
 *
 * @param to included
 * @param procedure code, or null for all
 */
public record ConformityFilter(LocalDate from, LocalDate to, String procedure) {

    /** @throws IllegalArgumentException when it would hold no day */
    public ConformityFilter {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }
}
