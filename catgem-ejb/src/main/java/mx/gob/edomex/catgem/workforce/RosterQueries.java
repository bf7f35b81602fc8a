package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TimeSpan;

/** The roster as coordinators and the supervisor read it: the week, who is on now, and planned against real time. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class RosterQueries {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Roster roster;

    @Inject
    PresenceHistory history;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** A person with a name to show. */
    private record Person(String username, String name) {}

    /**
     * Planned or present now.
     *
     * @param shift planned now, or null
     * @param until when that shift ends, or null
     */
    public record OnNow(String username, String name, Shift shift, Instant until, Presence presence) {

        public boolean missing() {
            return shift != null && presence == Presence.OFFLINE;
        }
    }

    /** One advisor's day. */
    public record AdherenceLine(String username, String name, List<Shift> shifts, Adherence adherence) {}

    public LocalDate today() {
        return LocalDay.of(clock.instant(), installation.timeZone()).date();
    }

    /** The week in which the day falls, Monday first. */
    public RosterWeek week(LocalDate anyDay) {
        LocalDate monday = anyDay.with(DayOfWeek.MONDAY);
        // The night before Monday reaches into it.
        List<Duty> duties = roster.duties(monday.minusDays(1), monday.plusDays(6));
        List<LocalDate> days = IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
        ZoneId zone = installation.timeZone();
        TimeSpan span = new TimeSpan(new LocalDay(monday, zone).start(), new LocalDay(monday.plusDays(6), zone).end());
        Optional<TimeSpan> past = span.common(new TimeSpan(Instant.EPOCH, clock.instant()));
        Coverage coverage = new Coverage(
                duties, past.map(history::of).orElse(List.of()), needs(), shrinkage(), clock.instant(), zone);
        return new RosterWeek(
                monday,
                roster.shifts(),
                people().stream().map(person -> row(person, duties, days, zone)).toList(),
                days.stream()
                        .map(day -> new RosterWeek.Day(day, coverage.of(day)))
                        .toList());
    }

    /** Who is on by plan or in fact, those who are missing first. */
    public List<OnNow> onNow() {
        Instant now = clock.instant();
        ZoneId zone = installation.timeZone();
        LocalDate today = today();
        Map<String, Duty> planned = roster.duties(today.minusDays(1), today).stream()
                .filter(duty -> duty.span(zone).contains(now))
                .collect(Collectors.toMap(Duty::username, duty -> duty, (one, other) -> one));
        Map<String, Presence> presence = Sql.on(entities, "select username, presence from advisor")
                .list(row -> Map.entry(row.text("username"), row.constant("presence", Presence.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return people().stream()
                .filter(person ->
                        planned.containsKey(person.username()) || presence.get(person.username()) != Presence.OFFLINE)
                .map(person -> {
                    Duty duty = planned.get(person.username());
                    return new OnNow(
                            person.username(),
                            person.name(),
                            duty == null ? null : duty.shift(),
                            duty == null ? null : duty.span(zone).to(),
                            presence.get(person.username()));
                })
                .sorted(Comparator.comparing(OnNow::missing).reversed().thenComparing(OnNow::name))
                .toList();
    }

    /** Planned against real time of a day, for everybody planned on it; a night counts on the day it starts. */
    public List<AdherenceLine> adherence(LocalDate day) {
        ZoneId zone = installation.timeZone();
        Map<String, List<Duty>> duties =
                roster.duties(day, day).stream().collect(Collectors.groupingBy(Duty::username));
        if (duties.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        TimeSpan widest = duties.values().stream()
                .flatMap(List::stream)
                .map(duty -> duty.span(zone))
                .reduce((one, other) -> new TimeSpan(
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        one.to().isAfter(other.to()) ? one.to() : other.to()))
                .orElseThrow();
        Map<String, List<Stay>> stays =
                widest.common(new TimeSpan(Instant.EPOCH, now)).map(history::of).orElse(List.of()).stream()
                        .collect(Collectors.groupingBy(Stay::username));
        Map<String, Integer> allowed = allowedMinutes();
        return people().stream()
                .filter(person -> duties.containsKey(person.username()))
                .map(person -> new AdherenceLine(
                        person.username(),
                        person.name(),
                        duties.get(person.username()).stream().map(Duty::shift).toList(),
                        Adherence.of(
                                duties.get(person.username()).stream()
                                        .map(duty -> duty.span(zone))
                                        .toList(),
                                stays.getOrDefault(person.username(), List.of()),
                                allowed,
                                now)))
                .toList();
    }

    private static RosterWeek.Row row(Person person, List<Duty> duties, List<LocalDate> days, ZoneId zone) {
        List<Duty> own = duties.stream()
                .filter(duty -> duty.username().equals(person.username()) && days.contains(duty.day()))
                .toList();
        List<RosterWeek.Cell> cells = days.stream()
                .map(day -> new RosterWeek.Cell(
                        day,
                        own.stream()
                                .filter(duty -> duty.day().equals(day))
                                .map(Duty::shift)
                                .toList()))
                .toList();
        long hours = own.stream()
                .mapToLong(duty -> duty.span(zone).length().toHours())
                .sum();
        return new RosterWeek.Row(person.username(), person.name(), cells, (int) hours);
    }

    private List<Person> people() {
        return Sql.on(
                        entities,
                        """
                        select a.username, u.display_name from advisor a join app_user u on u.username = a.username
                        where u.enabled order by u.display_name, a.username
                        """)
                .list(row -> new Person(row.text("username"), row.text("display_name")));
    }

    /** Net positions needed, by weekday × 24 + hour, Monday first. */
    private Map<Integer, Integer> needs() {
        return Sql.on(entities, "select weekday, hour, positions from staffing_need")
                .list(row -> Map.entry((row.number("weekday") - 1) * 24 + row.number("hour"), row.number("positions")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private double shrinkage() {
        return Sql.on(entities, "select value from setting where name = 'roster.shrinkage'")
                .first(row -> Double.parseDouble(row.text("value")))
                .orElse(0.3);
    }

    private Map<String, Integer> allowedMinutes() {
        return Sql.on(entities, "select code, planned_minutes from auxiliary_reason where planned_minutes is not null")
                .list(row -> Map.entry(row.text("code"), row.number("planned_minutes")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
