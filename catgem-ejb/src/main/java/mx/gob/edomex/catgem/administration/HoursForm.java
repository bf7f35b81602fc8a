package mx.gob.edomex.catgem.administration;

import java.time.DayOfWeek;
import java.util.Map;

/**
 * The hours of an entry point as typed.
 *
 * @param week a line a day, as {@link WeekText} reads it; of no account while it is always open
 */
public record HoursForm(boolean alwaysOpen, boolean keepsHolidays, Map<DayOfWeek, String> week) {

    /** Names this state, so that a page can say what it has seen. */
    public String mark() {
        return Mark.of(alwaysOpen + " " + keepsHolidays + " " + new java.util.TreeMap<>(week));
    }
}
