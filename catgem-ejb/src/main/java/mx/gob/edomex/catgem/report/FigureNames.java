package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Names of the keys by which figures are divided, in the order in which people look for them. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
public class FigureNames {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Figures figures;

    @Inject
    Installation installation;

    /** Of topics, entry points and, for those who may see people, advisors; empty for dimensions of fixed codes. */
    public Map<String, String> of(Grouping grouping, Language language) {
        String name = language == Language.EN ? "name_en" : "name_es";
        return switch (grouping) {
            case TOPIC -> read("select code, " + name + " as name from topic order by 2");
            case ENTRY_POINT -> read("select code, " + name + " as name from entry_point order by 2");
            case ADVISOR ->
                figures.maySeePeople()
                        ? read("select a.username as code, u.display_name as name from advisor a"
                                + " join app_user u on u.username = a.username order by 2")
                        : Map.of();
            case SHIFT -> read("select code, " + name + " as name from shift order by starts");
            default -> Map.of();
        };
    }

    /** The window of a key of {@link Grouping#SHIFT}; the local day for a time that no shift covers. */
    public Window shift(String key) {
        ZoneId zone = installation.timeZone();
        LocalDate day = LocalDate.parse(key.substring(0, 10));
        return times(key.substring(10).strip())
                .map(times -> {
                    boolean overMidnight = !times.ends().isAfter(times.starts());
                    return new Window(
                            day.atTime(times.starts()).atZone(zone).toInstant(),
                            (overMidnight ? day.plusDays(1) : day)
                                    .atTime(times.ends())
                                    .atZone(zone)
                                    .toInstant());
                })
                .orElse(Window.days(day, day, zone));
    }

    /** The shift that is on now, from its start to its end; the local day when there is none. */
    public Window currentShift(Instant now) {
        ZoneId zone = installation.timeZone();
        LocalDate today = now.atZone(zone).toLocalDate();
        return Sql.on(entities, "select code from shift where active order by starts")
                .list(row -> row.text("code"))
                .stream()
                .flatMap(code -> Stream.of(shift(today + " " + code), shift(today.minusDays(1) + " " + code)))
                .filter(window -> !now.isBefore(window.from()) && now.isBefore(window.to()))
                .findFirst()
                .orElse(Window.days(today, today, zone));
    }

    private record Times(LocalTime starts, LocalTime ends) {}

    private Optional<Times> times(String shift) {
        return Sql.on(
                        entities,
                        "select cast(starts as text) as starts, cast(ends as text) as ends from shift where code = :code")
                .set("code", shift)
                .first(row -> new Times(LocalTime.parse(row.text("starts")), LocalTime.parse(row.text("ends"))));
    }

    private Map<String, String> read(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        Sql.on(entities, text)
                .list(row -> Map.entry(row.text("code"), row.text("name")))
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
    }
}
