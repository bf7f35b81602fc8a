package mx.gob.edomex.catgem.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import mx.gob.edomex.catgem.shared.LocalDay;

/**
 * The time a figure is about: from, included, to, excluded. A contact belongs to the window in which it was first
 * queued, whatever happened to it later.
 */
public record Window(Instant from, Instant to) {

    /** @throws IllegalArgumentException when it would be empty */
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a window ends after it begins");
        }
    }

    public static Window last(Duration length, Instant now) {
        return new Window(now.minus(length), now);
    }

    public static Window of(LocalDay day) {
        return new Window(day.start(), day.end());
    }

    /** Whole local days, both included. */
    public static Window days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Window(new LocalDay(first, zone).start(), new LocalDay(last.plusDays(1), zone).start());
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
