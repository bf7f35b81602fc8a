package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.NewJson;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Appends to the one ledger, always in the business transaction: what did not commit did not happen. Only codes and
 * ids go in; {@code refs} must never hold what a citizen said or is.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class EventLedger {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,120}");

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Entrance entrance;

    @Inject
    Clock clock;

    /** A contact moved from one state to another; {@code code} says by what (ACCEPTED, MISSED, ABANDONED…). */
    public void state(
            ContactId contact,
            int leg,
            String code,
            String from,
            String to,
            Actor actor,
            Instant at,
            String reason,
            Map<String, String> refs) {
        insert("STATE", code, contact == null ? null : contact.value(), leg, actor, at, reason, refs)
                .set("from", from)
                .set("to", to)
                .update();
    }

    /** Something about the centre or its people rather than one contact (presence, login, settings). */
    public void system(String code, Actor actor, Instant at, String reason, Map<String, String> refs) {
        insert("SYSTEM", code, null, null, actor, at, reason, refs)
                .set("from", null)
                .set("to", null)
                .update();
    }

    /** A fact about a contact that changes no state (linked, marked sensitive, raised hand). */
    public void fact(ContactId contact, String code, Actor actor, Instant at, String reason, Map<String, String> refs) {
        insert("SYSTEM", code, contact.value(), null, actor, at, reason, refs)
                .set("from", null)
                .set("to", null)
                .update();
    }

    private Sql insert(
            String kind,
            String code,
            UUID contact,
            Integer leg,
            Actor actor,
            Instant at,
            String reason,
            Map<String, String> refs) {
        return Sql.on(
                        entities,
                        """
                        insert into event (kind, code, contact_id, leg, state_from, state_to, staff, role, source,
                                           reason, refs, at, app_clock)
                        values (:kind, :code, cast(:contact as uuid), cast(:leg as int), :from, :to, :staff, :role,
                                :source, :reason, cast(:refs as jsonb), :at, :clock)
                        """)
                .set("kind", kind)
                .set("code", code)
                .set("contact", contact == null ? null : contact.toString())
                .set("leg", leg == null ? null : leg.toString())
                .set("staff", actor.staff())
                .set("role", actor.role())
                .set("source", actor.cameBy(entrance).name())
                .set("reason", code(reason))
                .set("refs", json(refs))
                .set("at", at)
                .set("clock", clock.instant());
    }

    /** The ledger is never erased, so what a person typed must not get in, by whatever way it comes. */
    static String code(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("the ledger takes codes, not words");
        }
        return text;
    }

    static String json(Map<String, String> refs) {
        if (refs == null || refs.isEmpty()) {
            return null;
        }
        if (!refs.values().stream().allMatch(value -> REFERENCE.matcher(value).matches())) {
            throw new IllegalArgumentException("the ledger refers by codes and ids, not by words");
        }
        JsonObjectBuilder object = NewJson.object();
        new TreeMap<>(refs).forEach(object::add);
        return object.build().toString();
    }
}
