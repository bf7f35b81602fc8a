package mx.gob.edomex.catgem.quality;

import java.time.LocalDate;

/**
 * Which executions a report is about: those that ended, counted when they were first queued (or began, where there is
 * no queue), on local days. With a shift, the days are those on which it starts: what came after midnight in a night
 * shift counts on the day before.
 *
 * @param to included
 * @param procedure code, or null for all
 * @param shift code, or null for whole days
 */
public record ConformityFilter(LocalDate from, LocalDate to, String procedure, String shift) {

    /** @throws IllegalArgumentException when it would hold no day */
    public ConformityFilter {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /** Whole days. */
    public ConformityFilter(LocalDate from, LocalDate to, String procedure) {
        this(from, to, procedure, null);
    }

    ConformityFilter in(String code) {
        return new ConformityFilter(from, to, procedure, code);
    }
}
