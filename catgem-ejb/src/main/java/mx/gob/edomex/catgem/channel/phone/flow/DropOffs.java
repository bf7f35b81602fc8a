package mx.gob.edomex.catgem.channel.phone.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Where calls leave the menu: what a version of it does to those who phone. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class DropOffs {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * One node of a version.
     *
     * @param calls that came here, each counted once
     * @param left of these, who hung up here
     * @param silent times nothing was pressed here where something could be
     * @param wrong times what was pressed here meant nothing
     * @param seconds half of the calls stayed here as long or less, all their times here together; null while all still are
     */
    public record Line(String node, int calls, int left, int silent, int wrong, Integer seconds) {}

    /**
     * All calls of a version; those that are still in the menu left it in no way.
     *
     * @param queued into the line in the usual way
     * @param ended by a farewell of the menu
     * @param left who hung up
     * @param seconds half of the calls were in the menu as long or less; null when none has left it
     */
    public record Total(int calls, int queued, int emergencies, int callbacks, int ended, int left, Integer seconds) {}

    /** The nodes of a version that calls of a stretch of time came to, most left first; the end is excluded. */
    public List<Line> of(int version, Instant from, Instant to) {
        // What was pressed at a node is why the call came to the next one, or to the same one again.
        return Sql.on(
                        entities,
                        """
                        with step as (
                          select p.contact_id, v.visit ->> 'node' as node,
                            lead(v.visit ->> 'by') over steps as then_by,
                            coalesce(p.state -> 'survey' ->> 'end', p.state ->> 'end') = 'LEFT'
                              and p.state ->> 'node' = v.visit ->> 'node' as gone,
                            extract(epoch from coalesce(
                                -- What lies between the menu and the survey is the wait and the talk.
                                case when lead(v.visit ->> 'by') over steps = 'TALK_OVER' then p.ended_at
                                     else lead(cast(v.visit ->> 'at' as timestamptz)) over steps end,
                                case when p.state -> 'survey' is null then p.ended_at else p.surveyed_at end)
                              - cast(v.visit ->> 'at' as timestamptz)) as seconds
                          from phone_path p
                          cross join lateral jsonb_array_elements(p.path) with ordinality as v (visit, place)
                          where p.flow_version = :version and p.began_at >= :from and p.began_at < :to
                          window steps as (partition by p.contact_id order by v.place)),
                        stay as (
                          select contact_id, node, bool_or(gone) as gone, sum(seconds) as seconds,
                            count(*) filter (where then_by = 'SILENCE') as silent,
                            count(*) filter (where then_by like 'WRONG_KEY%') as wrong
                          from step group by contact_id, node)
                        select node, cast(count(*) as int) as calls, cast(count(*) filter (where gone) as int) as gone,
                          cast(sum(silent) as int) as silent, cast(sum(wrong) as int) as wrong,
                          cast(percentile_cont(0.5) within group (order by seconds) as int) as seconds
                        from stay group by node order by gone desc, calls desc, node
                        """)
                .set("version", version)
                .set("from", from)
                .set("to", to)
                .list(row -> new Line(
                        row.text("node"),
                        row.number("calls"),
                        row.number("gone"),
                        row.number("silent"),
                        row.number("wrong"),
                        row.numberOrNull("seconds")));
    }

    /** The same calls, whole. */
    public Total total(int version, Instant from, Instant to) {
        return Sql.on(
                        entities,
                        """
                        select cast(count(*) as int) as calls,
                          cast(count(*) filter (where state ->> 'end' = 'QUEUED') as int) as queued,
                          cast(count(*) filter (where state ->> 'end' = 'EMERGENCY') as int) as emergencies,
                          cast(count(*) filter (where state ->> 'end' = 'CALLBACK') as int) as callbacks,
                          cast(count(*) filter (where state ->> 'end' = 'ENDED') as int) as ended,
                          cast(count(*) filter (where state ->> 'end' = 'LEFT') as int) as gone,
                          cast(percentile_cont(0.5) within group (order by extract(epoch from ended_at - began_at)) as int)
                            as seconds
                        from phone_path where flow_version = :version and began_at >= :from and began_at < :to
                        """)
                .set("version", version)
                .set("from", from)
                .set("to", to)
                .first(row -> new Total(
                        row.number("calls"),
                        row.number("queued"),
                        row.number("emergencies"),
                        row.number("callbacks"),
                        row.number("ended"),
                        row.number("gone"),
                        row.numberOrNull("seconds")))
                .orElseThrow();
    }
}
