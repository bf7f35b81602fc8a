package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/** What people do with an offer: accept it (T3), reject it (T4), or, as coordinator, withdraw it. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class OfferService {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    StepRecorder steps;

    @Inject
    CitizenSide citizenSide;

    @Inject
    Handovers handovers;

    @Inject
    WarmTransfers warmTransfers;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Clock clock;

    /**
     * T3: the caller takes the contact; the citizen is told and greeted. Asked into a colleague's contact, they join it.
     *
     * @throws OfferGone when the offer is another's, was answered, withdrawn or has run out
     */
    public ContactId accept(OfferId id) {
        String username = staff.username();
        Optional<ContactId> asked = warmTransfers.asked(id);
        if (asked.isPresent()) {
            warmTransfers.join(contacts.locked(asked.get()), id, username);
            return asked.get();
        }
        Contact contact = contacts.locked(contactOf(id));
        Offer offer = contacts.offer(id);
        requireMine(offer, username);
        Instant now = clock.instant();
        offer.end(OfferOutcome.ACCEPTED, null, now);
        StateChange change = contact.connect(now);
        contacts.keep(new Leg(contact.id(), contact.leg(), username, offer.points(), now));
        Actor actor = Actor.advisor(username);
        contacts.changed(contact, change, "ACCEPTED", actor, now, null, Map.of("offer", id.toString()));
        steps.record(
                contact.id(),
                Act.ASSIGNED,
                StepKind.END,
                Basis.MEASURED,
                actor,
                now,
                null,
                null,
                Map.of("offer", id.toString()));
        handovers.taken(contact.id(), username, now);
        citizenSide.greet(contact, username, now);
        // The contact is new on every page the advisor has open; only the one that accepted knows.
        signals.toDesk(username, DeskSignal.Kind.OFFER_ENDED, contact.id());
        return contact.id();
    }

    /** @param reason a code, for the ledger; the contact keeps its age and is not offered to the caller again */
    public void reject(OfferId id, String reason) {
        String username = staff.username();
        Optional<ContactId> asked = warmTransfers.asked(id);
        if (asked.isPresent()) {
            warmTransfers.reject(contacts.locked(asked.get()), id, username, reason);
            return;
        }
        Contact contact = contacts.locked(contactOf(id));
        Offer offer = contacts.offer(id);
        requireMine(offer, username);
        contacts.exclude(contact.id(), username, clock.instant());
        giveBack(contact, offer, OfferOutcome.REJECTED, reason, Actor.advisor(username));
    }

    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
    public void withdraw(OfferId id, String reason) {
        Contact contact = contacts.locked(contactOf(id));
        Offer offer = contacts.offer(id);
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        giveBack(contact, offer, OfferOutcome.WITHDRAWN, reason, new Actor(staff.username(), role, Source.SCREEN));
    }

    private void giveBack(Contact contact, Offer offer, OfferOutcome outcome, String reason, Actor actor) {
        Instant now = clock.instant();
        offer.end(outcome, reason, now);
        StateChange change = contact.returnToQueue();
        contacts.changed(
                contact,
                change,
                outcome.name(),
                actor,
                now,
                reason,
                Map.of("offer", offer.id().toString(), "advisor", offer.advisor()));
        handovers.declined(contact.id(), offer.advisor());
        capacity.release(offer.advisor(), offer.points());
        signals.toDesk(offer.advisor(), DeskSignal.Kind.OFFER_ENDED, contact.id());
        returned.fire(new ContactReturned(contact.id()));
    }

    private void requireMine(Offer offer, String username) {
        if (!offer.isLive() || !offer.advisor().equals(username)) {
            throw new OfferGone(offer.id());
        }
    }

    private ContactId contactOf(OfferId id) {
        return Sql.on(entities, "select contact_id from offer where id = :id")
                .set("id", id)
                .first(row -> row.contact("contact_id"))
                .orElseThrow(() -> new OfferGone(id));
    }
}
