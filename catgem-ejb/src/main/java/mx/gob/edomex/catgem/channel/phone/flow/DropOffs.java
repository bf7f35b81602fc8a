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
     * @param silent times nothing was pressed where something could be
     * @param wrong times what was pressed meant nothing
     */
    public record Line(String node, int calls, int left, int silent, int wrong) {}

    /** The nodes of a version that calls of a stretch of time came to, most left first; the end is excluded. */
    public List<Line> of(int version, Instant from, Instant to) {
        return Sql.on(
                        entities,
                        """
                        with step as (
                          select p.contact_id, s.node, s.by, p.state ->> 'end' = 'LEFT' and p.state ->> 'node' = s.node as gone
                          from phone_path p
                          cross join jsonb_to_recordset(p.path) as s (node text, by text)
                          where p.flow_version = :version and p.began_at >= :from and p.began_at < :to)
                        select node, cast(count(distinct contact_id) as int) as calls,
                               cast(count(distinct contact_id) filter (where gone) as int) as gone,
                               cast(count(*) filter (where by = 'SILENCE') as int) as silent,
                               cast(count(*) filter (where by like 'WRONG_KEY%') as int) as wrong
                        from step group by node order by gone desc, calls desc, node
                        """)
                .set("version", version)
                .set("from", from)
                .set("to", to)
                .list(row -> new Line(
                        row.text("node"),
                        row.number("calls"),
                        row.number("gone"),
                        row.number("silent"),
                        row.number("wrong")));
    }
}
