package mx.gob.edomex.catgem.report;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Counts advisors' time over the read model, cut at the bounds of the window and at the present. Handled is the time in
 * which at least one contact was live; staffed is that and whatever else was spent available.
 */
final class StaffTime {

    private static final String STRETCHES =
            """
            with live as (
              select advisor, count(distinct (contact_id, leg)) as legs,
                range_agg(tstzrange(greatest(begun_at, :from), least(coalesce(ended_at, :to), :to))) as spans
              from live_fact where begun_at < :to and coalesce(ended_at, :to) > :from group by advisor),
            ready as (
              select advisor, range_agg(tstzrange(greatest(begun_at, :from), least(coalesce(ended_at, :to), :to))) as spans
              from presence_fact where state = 'AVAILABLE' and begun_at < :to and coalesce(ended_at, :to) > :from
              group by advisor),
            stretches as (
              select advisor, true as handled, one from live, unnest(spans) as one
              union all
              select coalesce(l.advisor, r.advisor), false, one from live l full join ready r on r.advisor = l.advisor,
                unnest(coalesce(l.spans, tstzmultirange()) + coalesce(r.spans, tstzmultirange())) as one)
            """;

    private final EntityManager entities;
    private final ZoneId zone;
    private final Instant now;

    StaffTime(EntityManager entities, ZoneId zone, Instant now) {
        this.entities = entities;
        this.zone = zone;
        this.now = now;
    }

    /** Occupancy by key; empty when the division or the cut is by something that only contacts have. */
    Map<String, Figure> occupancy(Window window, Cut cut, Grouping grouping) {
        boolean ofStaff = grouping.isOfStaff() && cut.equals(Cut.ofAdvisor(cut.advisor()));
        if (!ofStaff || !window.from().isBefore(now)) {
            return Map.of();
        }
        String text = STRETCHES
                + ", marks as (select array_agg(at order by at) as at from (" + grouping.marks() + ") as mark (at)),"
                + """
                 pieces as (
                  select s.advisor, s.handled, m.at[i] as queued_at,
                    extract(epoch from least(upper(s.one), m.at[i + 1]) - greatest(lower(s.one), m.at[i])) as seconds
                  from stretches s, marks m, generate_series(
                    width_bucket(lower(s.one), m.at), width_bucket(upper(s.one), m.at)) as i
                """
                + (cut.advisor() == null ? "" : " where s.advisor = :advisor") + ") select " + grouping.key()
                + """
                  as key, count(distinct f.advisor) as n,
                  cast(sum(f.seconds) filter (where f.handled) as double precision) as handled,
                  cast(sum(f.seconds) filter (where not f.handled) as double precision) as staffed
                from pieces f where f.seconds > 0 group by 1 order by 1
                """;
        Sql sql = bound(text, window);
        if (cut.advisor() != null) {
            sql.set("advisor", cut.advisor());
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        sql.list(row -> Map.entry(row.text("key"), figure(row)))
                .forEach(one -> figures.put(one.getKey(), one.getValue()));
        return figures;
    }

    private static Figure figure(Sql.Row row) {
        Double handled = row.decimalOrNull("handled");
        double share = handled == null ? 0 : handled / row.decimal("staffed");
        return Figure.of(Measure.OCCUPANCY, row.big("n"), share, 1);
    }

    List<AdvisorTime> advisors(Window window) {
        if (!window.from().isBefore(now)) {
            return List.of();
        }
        return bound(
                        STRETCHES
                                + """
                        , spent as (
                          select advisor, state, sum(extract(epoch from
                                   least(coalesce(ended_at, :to), :to) - greatest(begun_at, :from))) as seconds
                          from presence_fact where begun_at < :to and coalesce(ended_at, :to) > :from
                          group by advisor, state),
                        busy as (
                          select advisor, sum(extract(epoch from upper(one) - lower(one))) filter (where handled) as handled,
                                 sum(extract(epoch from upper(one) - lower(one))) filter (where not handled) as staffed
                          from stretches group by advisor)
                        select u.username, u.display_name,
                          cast(coalesce(sum(s.seconds) filter (where s.state <> 'OFFLINE'), 0) as double precision) as logged,
                          cast(coalesce(sum(s.seconds) filter (where s.state = 'AVAILABLE'), 0) as double precision) as available,
                          cast(coalesce(sum(s.seconds) filter (where s.state = 'AUXILIARY'), 0) as double precision) as auxiliary,
                          cast(coalesce(sum(s.seconds) filter (where s.state = 'NOT_RESPONDING'), 0) as double precision) as silent,
                          coalesce(max(l.legs), 0) as legs,
                          cast(coalesce(max(b.handled), 0) as double precision) as handled,
                          cast(coalesce(max(b.staffed), 0) as double precision) as staffed
                        from app_user u left join spent s on s.advisor = u.username
                        left join busy b on b.advisor = u.username left join live l on l.advisor = u.username
                        where s.advisor is not null or b.advisor is not null
                        group by u.username, u.display_name order by u.display_name
                        """,
                        window)
                .list(row -> new AdvisorTime(
                        row.text("username"),
                        row.text("display_name"),
                        row.decimal("logged"),
                        row.decimal("available"),
                        row.decimal("auxiliary"),
                        row.decimal("silent"),
                        row.number("legs"),
                        row.decimal("handled"),
                        row.decimal("staffed")));
    }

    private Sql bound(String text, Window window) {
        Sql sql = Sql.on(
                        entities,
                        text.replace(":from", "cast(:begin as timestamptz)")
                                .replace(":to", "cast(:end as timestamptz)"))
                .set("begin", window.from())
                .set("end", window.to().isBefore(now) ? window.to() : now);
        return text.contains(":zone") ? sql.set("zone", zone.getId()) : sql;
    }
}
