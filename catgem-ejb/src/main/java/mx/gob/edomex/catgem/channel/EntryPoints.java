package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mx.gob.edomex.catgem.channel.OpeningHours.Span;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The ways in (entry points) as they are now: their words and whether they are open. */
@Stateless
@PermitAll
public class EntryPoints {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** @throws CentreClosed when nobody attends what comes in here now */
    public void requireOpen(String entryPoint) {
        if (!isOpen(entryPoint)) {
            throw new CentreClosed(entryPoint);
        }
    }

    /** @throws WindowWhenClosed when it is open for less than the shortest window in this one */
    public void requireOpen(String entryPoint, CallbackWindow window) {
        if (!hours(entryPoint).isOpenFor(CallbackWindow.SHORTEST.toMinutes(), window.from(), window.to())) {
            throw new WindowWhenClosed();
        }
    }

    /** Now, while it is open; else when it opens; empty when it does not for years, or nobody can know. */
    public Optional<Instant> opensAt(String entryPoint) {
        return isServed(entryPoint) ? hours(entryPoint).opensAt(clock.instant()) : Optional.empty();
    }

    public boolean isOpen(String entryPoint) {
        return isServed(entryPoint) && hours(entryPoint).isOpen(clock.instant());
    }

    /** Whether people may be attended at all: in production three people have to sign the channel's procedure first. */
    private boolean isServed(String entryPoint) {
        return Sql.on(entities, "select channel from entry_point where code = :code")
                .set("code", entryPoint)
                .first(row -> row.constant("channel", Channel.class).procedure())
                .map(procedure -> !installation.unsignedProcedures().contains(procedure))
                .orElse(true);
    }

    /** The entry point's own greeting, if it has one. */
    public Optional<String> greeting(String entryPoint, Language language) {
        String column = language == Language.EN ? "greeting_en" : "greeting_es";
        return Sql.on(entities, "select " + column + " as greeting from entry_point where code = :code")
                .set("code", entryPoint)
                .first(row -> Optional.ofNullable(row.text("greeting")))
                .flatMap(greeting -> greeting);
    }

    /**
     * The way in of a dialled number.
     *
     * @param known false when the centre does not know the number: whoever phones is served all the same, at the first of
     *     its numbers
     * @param menu whether the call goes through the menu before it stands in the line
     */
    public record PhoneLine(String entryPoint, Language language, boolean known, boolean menu) {}

    /** @throws java.util.NoSuchElementException when the centre has no telephone number at all */
    public PhoneLine phoneLine(String dialled) {
        return Sql.on(
                        entities,
                        """
                        select code, language, address = :dialled as known, menu from entry_point where channel = 'PHONE'
                        order by address = :dialled desc, code limit 1
                        """)
                .set("dialled", dialled)
                .first(row -> new PhoneLine(
                        row.text("code"),
                        row.constant("language", Language.class),
                        row.flag("known"),
                        row.flag("menu")))
                .orElseThrow();
    }

    /** An entry point that nobody knows is open: it is refused elsewhere. */
    public OpeningHours hours(String entryPoint) {
        ZoneId zone = installation.timeZone();
        return Sql.on(entities, "select always_open, keeps_holidays from entry_point where code = :code")
                .set("code", entryPoint)
                .first(row -> new OpeningHours(
                        row.flag("always_open") ? OpeningHours.everyDay() : week(entryPoint),
                        row.flag("keeps_holidays") ? holidays() : Set.of(),
                        exceptions(entryPoint),
                        zone))
                .orElse(OpeningHours.always(zone));
    }

    private Map<DayOfWeek, List<Span>> week(String entryPoint) {
        Map<DayOfWeek, List<Span>> week = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select weekday, string_agg(to_char(opens, 'HH24:MI') || '/' || to_char(closes, 'HH24:MI'), ',') as spans
                        from opening_week where entry_point = :code group by weekday
                        """)
                .set("code", entryPoint)
                .list(row -> Map.entry(DayOfWeek.of(row.number("weekday")), spans(row.text("spans"))))
                .forEach(one -> week.put(one.getKey(), one.getValue()));
        return week;
    }

    private Map<LocalDate, List<Span>> exceptions(String entryPoint) {
        Map<LocalDate, List<Span>> days = new HashMap<>();
        Sql.on(
                        entities,
                        """
                        select cast(day as text) as day,
                               coalesce(to_char(opens, 'HH24:MI') || '/' || to_char(closes, 'HH24:MI'), '') as spans
                        from opening_exception where entry_point = :code
                        """)
                .set("code", entryPoint)
                .list(row -> Map.entry(LocalDate.parse(row.text("day")), spans(row.text("spans"))))
                .forEach(one -> days.put(one.getKey(), one.getValue()));
        return days;
    }

    private Set<LocalDate> holidays() {
        return new HashSet<>(Sql.on(entities, "select cast(day as text) as day from holiday")
                .list(row -> LocalDate.parse(row.text("day"))));
    }

    /** {@code 08:00/20:00,22:00/02:00} */
    private static List<Span> spans(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(",", -1)).stream()
                        .map(span ->
                                new Span(LocalTime.parse(span.substring(0, 5)), LocalTime.parse(span.substring(6))))
                        .toList();
    }
}
