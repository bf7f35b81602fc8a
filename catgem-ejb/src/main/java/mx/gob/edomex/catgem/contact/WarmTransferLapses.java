package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import mx.gob.edomex.catgem.contact.WarmTransfers.End;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** What time and lost desks do to warm transfers; the contact stays with who asked. */
@Stateless
@PermitAll
public class WarmTransferLapses {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    WarmTransfers warmTransfers;

    @Inject
    Clock clock;

    /** Contacts with a colleague who did not answer in time, or whose desk was lost. */
    public List<ContactId> lapsed() {
        return Sql.on(
                        entities,
                        """
                        select w.contact_id from warm_transfer w join advisor a on a.username = w.to_advisor
                        where w.ended_at is null
                          and (a.presence = 'OFFLINE' or w.joined_at is null and w.expires_at <= :now)
                        """)
                .set("now", clock.instant())
                .list(row -> row.contact("contact_id"));
    }

    /** Ends it, when that is still so. */
    public void lapse(ContactId id) {
        Contact contact = contacts.locked(id);
        if (lapsed().contains(id)) {
            warmTransfers.live(id).ifPresent(one -> {
                if (one.joined()) {
                    warmTransfers.end(one, End.COLLEAGUE_LOST, Actor.SYSTEM);
                } else {
                    warmTransfers.missed(contact, one);
                }
            });
        }
    }
}
