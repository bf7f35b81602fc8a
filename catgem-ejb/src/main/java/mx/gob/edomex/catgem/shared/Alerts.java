package mx.gob.edomex.catgem.shared;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Raises and ends what a coordinator or technical support must look at; an open alert is raised once. */
@Stateless
@PermitAll
public class Alerts {

    /** How much haste an alert has. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Signals signals;

    /** @param kind an upper-case code with a text in the message bundles, {@code alert.<kind>}; detail is a code or id */
    public void raise(String kind, Severity severity, ContactId contact, String staff, String detail) {
        int raised = Sql.on(
                        entities,
                        """
                        insert into alert (kind, severity, contact_id, staff, detail)
                        values (:kind, :severity, cast(:contact as uuid), :staff, :detail) on conflict do nothing
                        """)
                .set("kind", kind)
                .set("severity", severity.name())
                .set("contact", contact == null ? null : contact.toString())
                .set("staff", staff)
                .set("detail", detail)
                .update();
        if (raised > 0) {
            signals.toAll(DeskSignal.Kind.ALERT, contact);
        }
    }

    /** Ends every open alert of the kind, optionally only of one detail. */
    public void end(String kind, String detail) {
        int ended = Sql.on(
                        entities,
                        """
                        update alert set ended_at = now() where kind = :kind and ended_at is null
                        and (cast(:detail as text) is null or detail = :detail)
                        """)
                .set("kind", kind)
                .set("detail", detail)
                .update();
        if (ended > 0) {
            signals.toAll(DeskSignal.Kind.ALERT, null);
        }
    }

    /** Ends the open alert of the kind about a contact. */
    public void endOf(String kind, ContactId contact) {
        int ended = Sql.on(
                        entities,
                        "update alert set ended_at = now() where kind = :kind and contact_id = :contact and ended_at is null")
                .set("kind", kind)
                .set("contact", contact)
                .update();
        if (ended > 0) {
            signals.toAll(DeskSignal.Kind.ALERT, contact);
        }
    }
}
