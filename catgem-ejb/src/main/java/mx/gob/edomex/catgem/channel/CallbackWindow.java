package mx.gob.edomex.catgem.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Language;

/**
 * When a citizen wants to be phoned: a stretch of one day, or of one night, by their own clock.
 *
 * @param to excluded
 */
public record CallbackWindow(Instant from, Instant to, ZoneId zone) {

    public static final Duration SHORTEST = Duration.ofMinutes(30);
    public static final Duration LONGEST = Duration.ofHours(13);
    public static final Duration FURTHEST = Duration.ofDays(14);

    /** Places that are called otherwise in Spanish than in the world's list of zones. */
    private static final Map<String, String> IN_SPANISH =
            Map.of("Mexico City", "Ciudad de México", "Los Angeles", "Los Ángeles", "New York", "Nueva York");

    public CallbackWindow {
        if (!to.isAfter(from)) {
            throw new WindowTooShort();
        }
    }

    /** Hours of a day by the clock of a zone. @throws TimeZoneUnknown when there is no such zone */
    public static CallbackWindow of(LocalDate day, LocalTime from, LocalTime to, String zone) {
        ZoneId place = zone(zone);
        return new CallbackWindow(
                day.atTime(from).atZone(place).toInstant(),
                day.atTime(to).atZone(place).toInstant(),
                place);
    }

    /** @throws TimeZoneUnknown when it is no region of the world's list: a bare offset keeps no daylight saving */
    public static ZoneId zone(String name) {
        try {
            if (name != null && name.contains("/")) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException e) {
            // Told below, as any other text that is no zone.
        }
        throw new TimeZoneUnknown();
    }

    /** The place whose clock it is. */
    public static String place(ZoneId zone, Language language) {
        String name = zone.getId().replaceAll(".*/", "").replace('_', ' ');
        return language == Language.ES ? IN_SPANISH.getOrDefault(name, name) : name;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(to);
    }

    /** The same hours of the next day, by the citizen's clock. */
    public CallbackWindow nextDay() {
        return new CallbackWindow(
                from.atZone(zone).plusDays(1).toInstant(),
                to.atZone(zone).plusDays(1).toInstant(),
                zone);
    }

    /** The window in which something that may happen from then on happens first: this one, or one of the next days. */
    public CallbackWindow reaching(Instant earliest) {
        CallbackWindow window = this;
        while (window.isOver(earliest)) {
            window = window.nextDay();
        }
        return window;
    }

    /** The first moment of the window that is not before. */
    public Instant within(Instant earliest) {
        return earliest.isBefore(from) ? from : earliest;
    }

    /** What is left of it from a moment on. */
    public CallbackWindow from(Instant moment) {
        return moment.isAfter(from) ? new CallbackWindow(moment, to, zone) : this;
    }
}
