package mx.gob.edomex.catgem.channel;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * How the centre phones back; settings, with the defaults of ROUTING.
 *
 * @param attempts how often in all, until a citizen who was never reached is given up
 * @param toSecond pause before the second attempt; {@code toThird} before each later one
 * @param earliest nobody is phoned before this hour of their own day, nor after the latest; 24 is midnight
 */
public record CallbackPolicy(int attempts, Duration toSecond, Duration toThird, int earliest, int latest) {

    public static final CallbackPolicy STANDARD =
            new CallbackPolicy(3, Duration.ofMinutes(15), Duration.ofMinutes(60), 8, 21);

    public static CallbackPolicy read(EntityManager entities) {
        Map<String, Integer> values = new HashMap<>();
        Sql.on(entities, "select name, value from setting where name like 'callback.%' and value ~ '^[0-9]{1,6}$'")
                .list(row -> Map.entry(row.text("name"), Integer.valueOf(row.text("value"))))
                .forEach(one -> values.put(one.getKey(), one.getValue()));
        return new CallbackPolicy(
                Math.max(1, values.getOrDefault("callback.attempts", STANDARD.attempts)),
                minutes(values, "callback.minutes-to-second", STANDARD.toSecond),
                minutes(values, "callback.minutes-to-third", STANDARD.toThird),
                Math.min(23, values.getOrDefault("callback.earliest-hour", STANDARD.earliest)),
                Math.min(24, values.getOrDefault("callback.latest-hour", STANDARD.latest)));
    }

    private static Duration minutes(Map<String, Integer> values, String name, Duration otherwise) {
        return values.containsKey(name) ? Duration.ofMinutes(Math.max(1, values.get(name))) : otherwise;
    }

    /** @param tries attempts without an answer so far, 1 or more */
    public Duration pauseAfter(int tries) {
        return tries < 2 ? toSecond : toThird;
    }

    /**
     * The window as it will be kept: what of it is past is cut off.
     *
     * @throws WindowInThePast when less than the shortest window of it is left
     * @throws WindowTooShort when it never was long enough
     * @throws WindowTooLong when it is longer than half a day
     * @throws WindowTooFar when it begins more than two weeks from now
     * @throws WindowOutsideHours when a part of it is earlier or later than the centre phones anybody
     */
    public CallbackWindow checked(CallbackWindow window, Instant now) {
        Duration length = Duration.between(window.from(), window.to());
        if (length.compareTo(CallbackWindow.SHORTEST) < 0) {
            throw new WindowTooShort();
        } else if (length.compareTo(CallbackWindow.LONGEST) > 0) {
            throw new WindowTooLong();
        } else if (window.to().isBefore(now.plus(CallbackWindow.SHORTEST))) {
            throw new WindowInThePast();
        } else if (window.from().isAfter(now.plus(CallbackWindow.FURTHEST))) {
            throw new WindowTooFar();
        }
        CallbackWindow left = window.from(now);
        if (!isWithinHours(left)) {
            throw new WindowOutsideHours();
        }
        return left;
    }

    private boolean isWithinHours(CallbackWindow window) {
        ZonedDateTime from = window.from().atZone(window.zone());
        ZonedDateTime to = window.to().atZone(window.zone());
        ZonedDateTime opens = from.with(LocalTime.of(earliest, 0));
        ZonedDateTime closes = latest == 24
                ? from.toLocalDate().plusDays(1).atStartOfDay(window.zone())
                : from.with(LocalTime.of(latest, 0));
        return !from.isBefore(opens) && !to.isAfter(closes);
    }
}
