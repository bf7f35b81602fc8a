package mx.gob.edomex.catgem.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day as the centre counts it: from local midnight, included, to the next, excluded. Instants are stored in UTC, so
 * every figure "of a day" goes through this type.
 */
public record LocalDay(LocalDate date, ZoneId zone) implements Comparable<LocalDay> {

    /** The day in which an instant falls. */
    public static LocalDay of(Instant instant, ZoneId zone) {
        return new LocalDay(instant.atZone(zone).toLocalDate(), zone);
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** First instant that is no longer of this day; it is not start plus 24 hours on a day with a clock change. */
    public Instant end() {
        return next().start();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    public LocalDay next() {
        return new LocalDay(date.plusDays(1), zone);
    }

    @Override
    public int compareTo(LocalDay other) {
        return start().compareTo(other.start());
    }
}
