package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Arrivals that intake fails to open again and again: somebody wrote and stands in no line, so people are told. The
 * arrival stays, and is tried on.
 */
@Stateless
@PermitAll
public class StuckArrivals {

    static final String ALERT = "ARRIVAL_NOT_OPENED";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Alerts alerts;

    public void tell(ContactId arrival) {
        alerts.raise(ALERT, Alerts.Severity.CRITICAL, null, null, arrival.toString());
    }

    /** Ends the alerts of those that could be opened after all. */
    public void settle() {
        Sql.on(
                        entities,
                        """
                        select a.detail from alert a join arrival r on r.contact_id = cast(a.detail as uuid)
                        where a.kind = :kind and a.ended_at is null and r.opened
                        """)
                .set("kind", ALERT)
                .list(row -> row.text("detail"))
                .forEach(detail -> alerts.end(ALERT, detail));
    }
}
