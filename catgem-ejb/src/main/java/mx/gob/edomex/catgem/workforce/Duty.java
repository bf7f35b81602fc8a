package mx.gob.edomex.catgem.workforce;

import java.time.LocalDate;
import java.time.ZoneId;
import mx.gob.edomex.catgem.shared.TimeSpan;

/** One person's shift on one day: the day on which the shift starts. */
public record Duty(String username, LocalDate day, Shift shift) {

    public TimeSpan span(ZoneId zone) {
        return shift.on(day, zone);
    }
}
