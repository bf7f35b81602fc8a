package mx.gob.edomex.catgem.quality;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import mx.gob.edomex.catgem.shared.Sql;

/** A filter as conditions on the two tables of this domain, {@code execution_check k} and {@code deviation d}. */
final class Period {

    /** The local day on which an execution counts. */
    static final String DAY = "to_char((k.counted_at at time zone :zone) - cast(:offset as interval), 'YYYY-MM-DD')";

    private final ConformityFilter filter;
    private final ZoneId zone;
    private final LocalTime starts;
    private final LocalTime ends;

    private Period(ConformityFilter filter, ZoneId zone, LocalTime starts, LocalTime ends) {
        this.filter = filter;
        this.zone = zone;
        this.starts = starts;
        this.ends = ends;
    }

    /** An unknown shift is no shift: then whole days are meant. */
    static Period of(ConformityFilter filter, ZoneId zone, EntityManager entities) {
        return Sql.on(
                        entities,
                        """
                        select cast(starts as text) as starts, cast(ends as text) as ends from shift where code = :code
                        """)
                .set("code", filter.shift() == null ? "" : filter.shift())
                .first(row -> new Period(
                        filter, zone, LocalTime.parse(row.text("starts")), LocalTime.parse(row.text("ends"))))
                .orElse(new Period(filter, zone, null, null));
    }

    String executions() {
        return conditions("k");
    }

    String deviations() {
        return conditions("d");
    }

    private String conditions(String alias) {
        String local = "cast(%s.counted_at at time zone :zone as time)".formatted(alias);
        String within = starts == null
                ? ""
                : " and (%1$s >= cast('%2$s' as time) %4$s %1$s < cast('%3$s' as time))"
                        .formatted(local, starts, ends, crossesMidnight() ? "or" : "and");
        return """
                %1$s.counted_at >= :since and %1$s.counted_at < :until and cast(:zone as text) is not null
                and cast(:offset as text) is not null
                and (cast(:procedure as text) is null or %1$s.procedure_code = :procedure)
                """
                        .formatted(alias)
                + within;
    }

    Sql set(Sql sql) {
        return sql.set("since", dayBegins(filter.from()))
                .set("until", dayBegins(filter.to().plusDays(1)))
                .set("procedure", filter.procedure())
                .set("zone", zone.getId())
                .set("offset", offset().toString());
    }

    private java.time.Instant dayBegins(LocalDate day) {
        return day.atTime(offset()).atZone(zone).toInstant();
    }

    /** A day of a shift that crosses midnight reaches from the shift's end to its end on the next day. */
    private LocalTime offset() {
        return crossesMidnight() ? ends : LocalTime.MIDNIGHT;
    }

    private boolean crossesMidnight() {
        return starts != null && !ends.isAfter(starts);
    }
}
