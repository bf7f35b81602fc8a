package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;
import mx.gob.edomex.catgem.workforce.PointsFreed;

/**
 * Mails that make room for a call or a chat (ROUTING, "Capacity"). Interrupted, a mail stays in its advisor's hands,
 * weighs nothing and its clock stands; it goes on in the moment in which its points fit again.
 */
@Stateless
@PermitAll
public class Interruptions {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Takes from these mails the points that are wanting for an offer: no more of them than needed, and none that is not, or
     * no longer, to be interrupted.
     *
     * @param mails locked, the first to be interrupted first
     * @return false, and nothing is changed, when the points do not suffice or the advisor is no longer eligible
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean makeRoom(String advisor, int points, List<Contact> mails, ContactId by) {
        int room = capacity.room(advisor);
        int freed = 0;
        List<Contact> interrupted = new ArrayList<>();
        for (Contact mail : mails) {
            if (room + freed < points && mail.mayBeInterrupted(advisor)) {
                interrupted.add(mail);
                freed += contacts.leg(mail).points();
            }
        }
        if (!capacity.clear(advisor, freed, points)) {
            return false;
        }
        Instant now = clock.instant();
        for (Contact mail : interrupted) {
            contacts.leg(mail).quieten(now);
            Map<String, String> refs = Map.of("advisor", advisor, "by", by.toString());
            contacts.changed(mail, mail.interrupt(now), "INTERRUPTED", Actor.SYSTEM, now, null, refs);
        }
        return true;
    }

    /**
     * Before anything new is offered. Whoever frees points has contacts and the advisor locked already, so this waits for
     * no lock: what is locked by others is left to {@link #due}.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void onFreed(@Observes PointsFreed freed) {
        Sql.on(
                        entities,
                        """
                        select c.id from contact c join arrival a on a.contact_id = c.id
                        where c.advisor = :advisor and c.interrupted_since is not null
                        order by c.first_queued_at, c.id for no key update of c, a skip locked
                        """)
                .set("advisor", freed.username())
                .list(row -> row.contact("id"))
                .forEach(mail -> goOn(contacts.locked(mail), Actor.SYSTEM));
    }

    /** Interrupted mails whose points fit, each to {@link #resume} in a transaction of its own. */
    public List<ContactId> due() {
        return Sql.on(
                        entities,
                        """
                        select c.id from contact c join advisor a on a.username = c.advisor
                          join leg l on l.contact_id = c.id and l.number = c.leg
                        where c.interrupted_since is not null and a.presence <> 'OFFLINE' and a.points + l.points <= 100
                        order by c.first_queued_at, c.id
                        """)
                .list(row -> row.contact("id"));
    }

    /** Goes on with the mail if it is still interrupted and fits. */
    public void resume(ContactId mail) {
        goOn(contacts.locked(mail), Actor.SYSTEM);
    }

    /** The caller looks at the mail: it goes on, if its points fit. */
    @RolesAllowed(Roles.ADVISOR)
    public void opened(ContactId id) {
        Contact mail = contacts.locked(id);
        mail.requireWith(staff.username());
        goOn(mail, Actor.advisor(staff.username()));
    }

    /** @throws NoRoomForContact when the mail is interrupted and its points do not fit */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void requireGoing(Contact contact, Actor advisor) {
        if (!goOn(contact, advisor)) {
            throw new NoRoomForContact(contact.id());
        }
    }

    /** @return false when it stays interrupted */
    private boolean goOn(Contact mail, Actor actor) {
        if (!mail.isInterrupted()) {
            return true;
        }
        Leg leg = contacts.leg(mail);
        if (!capacity.takeBack(mail.advisor(), leg.points())) {
            return false;
        }
        leg.wake();
        contacts.changed(mail, mail.resume(), "RESUMED", actor, clock.instant(), null);
        return true;
    }
}
