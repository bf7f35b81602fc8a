package mx.gob.edomex.catgem.channel.phone.flow;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** The versions of the menu, and where each call stands in the one it began with. */
@Stateless
@PermitAll
public class FlowBook {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** A call in the menu, or that was in it. */
    public record Walk(int version, FlowState state) {}

    /** The menu that counts at the moment given; of versions with the same date of effect the newest. */
    public CallFlow inForce(Instant now) {
        return Sql.on(
                        entities,
                        """
                        select version, cast(flow as text) as flow from call_flow where effective_from <= :now
                        order by effective_from desc, version desc limit 1
                        """)
                .set("now", now)
                .first(row -> FlowJson.read(row.number("version"), row.text("flow")))
                .orElseThrow();
    }

    /** One version, in force or not. */
    public Optional<CallFlow> version(int version) {
        return Sql.on(entities, "select cast(flow as text) as flow from call_flow where version = :version")
                .set("version", version)
                .first(row -> FlowJson.read(version, row.text("flow")));
    }

    /** A call comes into the menu. */
    public void begins(ContactId call, CallFlow flow, FlowTurn turn, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into phone_path (contact_id, flow_version, state, path, began_at, ended_at)
                        values (:call, :version, cast(:state as jsonb), cast(:path as jsonb), :at,
                                cast(:ended as timestamptz))
                        """)
                .set("call", call)
                .set("version", flow.version())
                .set("state", FlowJson.write(turn.state()))
                .set("path", path(turn.visits(), at))
                .set("at", at)
                .set("ended", turn.state().isOver() ? at.toString() : null)
                .update();
    }

    /** What came of an event. */
    public void goesOn(ContactId call, FlowTurn turn, Instant at) {
        Sql.on(
                        entities,
                        """
                        update phone_path set state = cast(:state as jsonb), path = path || cast(:path as jsonb),
                          ended_at = coalesce(ended_at, cast(:ended as timestamptz)),
                          surveyed_at = cast(:surveyed as timestamptz)
                        where contact_id = :call
                        """)
                .set("call", call)
                .set("state", FlowJson.write(turn.state()))
                .set("path", path(turn.visits(), at))
                .set("ended", turn.state().isOver() ? at.toString() : null)
                .set("surveyed", turn.state().survey() != null && turn.state().isOver() ? at.toString() : null)
                .update();
    }

    /** Empty for a call that never was in the menu. */
    public Optional<Walk> walk(ContactId call) {
        return Sql.on(
                        entities,
                        """
                        select flow_version, cast(state as text) as state from phone_path where contact_id = :call
                        """)
                .set("call", call)
                .first(row -> new Walk(row.number("flow_version"), FlowJson.state(row.text("state"))));
    }

    private static String path(List<FlowVisit> visits, Instant at) {
        JsonArrayBuilder path = Json.createArrayBuilder();
        visits.forEach(visit -> path.add(Json.createObjectBuilder()
                .add("node", visit.node())
                .add("by", visit.by())
                .add("at", at.toString())));
        return path.build().toString();
    }
}
