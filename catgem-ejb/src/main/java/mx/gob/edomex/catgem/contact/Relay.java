package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * How a contact goes from one advisor to the next, whatever it is given for. Always the way of every contact: back into
 * the line, offered, accepted; so states, legs, offers and points follow the one transition table, and every figure
 * counts it as what it is. Joins the caller's transaction, on a locked contact.
 */
@ApplicationScoped
public class Relay {

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
    Signals signals;

    @Inject
    Event<ContactReturned> returned;

    /** It waits again with its age, under its topic or another; who gave it is not asked again. */
    void toTheLine(Contact contact, String topic, String code, Instant now) {
        String me = contact.advisor();
        String before = contact.serviceClass().key();
        int released = contacts.leg(contact).end(code, now);
        StateChange change = contact.returnToQueue();
        contact.classify(topic);
        // After the contact has left their hands, or the presence would wait for it.
        capacity.contactEnded(me, released);
        String after = contact.serviceClass().key();
        contacts.changed(
                contact,
                change,
                code,
                Actor.advisor(me),
                now,
                null,
                Map.of("advisor", me, "from", before, "to", after));
        contacts.exclude(contact.id(), me, now);
        citizenSide.left(contact);
        signals.toDesk(me, DeskSignal.Kind.OFFER_ENDED, contact.id());
        returned.fire(new ContactReturned(contact.id()));
    }

    /**
     * The colleague has it at once.
     *
     * @throws ReceiverNotAvailable when its points do not fit
     */
    void toColleague(Contact contact, String to, String code, Instant now) {
        int points = contacts.leg(contact).points();
        leaves(contact, to, () -> capacity.hold(to, points), code, now);
        isTaken(contact, to, points, code, now);
    }

    /** A colleague who was asked in goes on with it; they hold its points already. */
    void toJoined(Contact contact, WarmTransfers.Live joined, String code, Instant now) {
        leaves(contact, joined.to(), () -> true, code, now);
        isTaken(contact, joined.to(), joined.points(), code, now);
    }

    /**
     * It rings at the colleague's desk; who gave it is not asked again, should it come back to the line.
     *
     * @throws ReceiverNotAvailable when its points do not fit, or something else rings there
     */
    void offerTo(Contact contact, String to, String code, Instant now) {
        String me = contact.advisor();
        int points = contacts.leg(contact).points();
        leaves(contact, to, () -> capacity.holdToRing(to, points), code, now);
        contacts.exclude(contact.id(), me, now);
        Instant until =
                now.plusSeconds(ChannelRule.of(entities, contact.channel()).offerSeconds());
        offered(contact, me, to, points, code, now, until);
        citizenSide.left(contact);
        signals.toDesk(to, DeskSignal.Kind.OFFER, contact.id());
        signals.toDesk(me, DeskSignal.Kind.OFFER_ENDED, contact.id());
    }

    /** The leg ends, its points go over, and the contact is between its advisors. */
    private void leaves(Contact contact, String to, BooleanSupplier fits, String code, Instant now) {
        String me = contact.advisor();
        int released = contacts.leg(contact).end(code, now);
        StateChange back = contact.returnToQueue();
        // Two people may give to each other.
        capacity.lockInOrder(Stream.of(me, to));
        if (!fits.getAsBoolean()) {
            throw new ReceiverNotAvailable(to);
        }
        capacity.contactEnded(me, released);
        contacts.changed(contact, back, code, Actor.advisor(me), now, null, Map.of("from", me, "to", to));
    }

    private void isTaken(Contact contact, String to, int points, String code, Instant now) {
        String me = contacts.leg(contact).advisor();
        Offer offer = offered(contact, me, to, points, code, now, now);
        offer.end(OfferOutcome.ACCEPTED, code, now);
        Actor receiver = new Actor(to, "advisor", Source.SYSTEM);
        Map<String, String> refs = Map.of("offer", offer.id().toString(), "advisor", to);
        StateChange accepted = contact.connect(now);
        contacts.keep(new Leg(contact.id(), contact.leg(), to, points, now));
        contacts.changed(contact, accepted, "ACCEPTED", receiver, now, code, refs);
        steps.record(contact.id(), Act.ASSIGNED, StepKind.END, Basis.MEASURED, receiver, now, null, code, refs);
        citizenSide.greet(contact, to, now);
        signals.toDesk(to, DeskSignal.Kind.OFFER_ENDED, contact.id());
        signals.toDesk(me, DeskSignal.Kind.OFFER_ENDED, contact.id());
    }

    private Offer offered(Contact contact, String me, String to, int points, String code, Instant now, Instant until) {
        StateChange change = contact.offerTo(to, now);
        Offer offer = new Offer(OfferId.random(), contact, to, points, now, until);
        contacts.keep(offer);
        Map<String, String> refs = Map.of("offer", offer.id().toString(), "advisor", to);
        contacts.changed(contact, change, "OFFERED", Actor.advisor(me), now, code, refs);
        return offer;
    }
}
