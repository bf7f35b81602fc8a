package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Everything the ledger holds about a contact, in the order it was recorded. Who may read it is decided by callers. */
@Stateless
@PermitAll
public class Timeline {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    public List<TimelineEntry> of(ContactId contact, Language language) {
        return read("ev.contact_id", contact.value(), language);
    }

    /** The steps of work that is no contact. */
    public List<TimelineEntry> of(ExecutionId execution, Language language) {
        return read("ev.execution_id", execution.value(), language);
    }

    private List<TimelineEntry> read(String column, UUID id, Language language) {
        return Sql.on(
                        entities,
                        """
                        select ev.id, ev.kind, ev.code, ev.leg, ev.k, ev.step_code, s.name_es, s.name_en, ev.step_kind,
                               v.procedure_code, v.number, ev.state_from, ev.state_to, ev.staff, u.staff_number,
                               u.display_name, ev.role, ev.on_behalf_of, ev.station, ev.source, ev.basis, ev.outcome,
                               ev.reason, ev.corrects, cast(ev.refs as text) as refs, ev.at, ev.recorded_at
                        from event ev
                        left join procedure_version v on v.id = ev.version_id
                        left join procedure_step s on s.version_id = ev.version_id and s.code = ev.step_code
                        left join app_user u on u.username = ev.staff
                        where %s = :id order by ev.id
                        """
                                .formatted(column))
                .set("id", id)
                .list(row -> read(row, language));
    }

    private static TimelineEntry read(Sql.Row row, Language language) {
        return new TimelineEntry(
                row.big("id"),
                row.text("kind"),
                row.text("code"),
                row.numberOrNull("leg"),
                row.numberOrNull("k"),
                row.text("step_code"),
                row.text(language == Language.EN ? "name_en" : "name_es"),
                row.constant("step_kind", StepKind.class),
                row.text("procedure_code"),
                row.numberOrNull("number"),
                row.text("state_from"),
                row.text("state_to"),
                row.text("staff"),
                row.text("staff_number"),
                row.text("display_name"),
                row.text("role"),
                row.text("on_behalf_of"),
                row.text("station"),
                row.constant("source", Source.class),
                row.constant("basis", Basis.class),
                row.text("outcome"),
                row.text("reason"),
                row.bigOrNull("corrects"),
                refs(row.text("refs")),
                row.instant("at"),
                row.instant("recorded_at"));
    }

    private static Map<String, String> refs(String json) {
        Map<String, String> refs = new TreeMap<>();
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.forEach((name, value) ->
                        refs.put(name, value instanceof JsonString text ? text.getString() : value.toString()));
            }
        }
        return refs;
    }
}
