package mx.gob.edomex.catgem.workforce;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TimeSpan;

/** A shift (turno) of the local day; one that ends at or before its start crosses midnight. */
public record Shift(String code, String nameEs, String nameEn, LocalTime starts, LocalTime ends) {

    public boolean crossesMidnight() {
        return !ends.isAfter(starts);
    }

    /**
     * When it is worked; a night shift belongs to the day on which it starts. On a day with a clock change it is an
     * hour longer or shorter, as people live it.
     */
    public TimeSpan on(LocalDate day, ZoneId zone) {
        LocalDate last = crossesMidnight() ? day.plusDays(1) : day;
        return new TimeSpan(
                day.atTime(starts).atZone(zone).toInstant(),
                last.atTime(ends).atZone(zone).toInstant());
    }

    public String name(Language language) {
        return language == Language.EN ? nameEn : nameEs;
    }
}
