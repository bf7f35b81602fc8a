package mx.gob.edomex.catgem.disposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads the acts of disposal. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class DisposalQueries {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    DisposalRows rows;

    /** What waits first, by the day it is due; then what has ended, the newest first. */
    public List<DisposalLine> all() {
        return Sql.on(
                        entities,
                        """
                        select d.id, d.number, d.folio, d.basis, a.display_name as asked_name, d.asked_by, d.asked_at,
                          cast(d.due_on as text) as due_on, d.state, e.display_name as ended_name, d.ended_at,
                          cast(d.destroyed as text) as destroyed,
                          (select count(*) from contact c where c.subject_id = d.subject_id) as contacts
                        from disposal d join app_user a on a.username = d.asked_by
                        left join app_user e on e.username = d.ended_by
                        order by d.state <> 'ASKED', case when d.state = 'ASKED' then d.due_on end, d.ended_at desc, d.number desc
                        """)
                .list(this::line);
    }

    private DisposalLine line(Sql.Row row) {
        LocalDate due = LocalDate.parse(row.text("due_on"));
        DisposalState state = row.constant("state", DisposalState.class);
        return new DisposalLine(
                new DisposalId(row.uuid("id")),
                row.text("number"),
                row.text("folio"),
                row.constant("basis", DisposalBasis.class),
                row.text("asked_name"),
                row.instant("asked_at"),
                due,
                state,
                state == DisposalState.ASKED && rows.today().isAfter(due),
                row.text("asked_by").equals(rows.me()),
                row.text("ended_name"),
                row.instant("ended_at"),
                row.number("contacts"),
                destroyed(row.text("destroyed")));
    }

    private static SortedMap<String, Integer> destroyed(String json) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                reader.readObject().forEach((name, count) -> counts.put(name, ((JsonNumber) count).intValue()));
            }
        }
        return counts;
    }
}
