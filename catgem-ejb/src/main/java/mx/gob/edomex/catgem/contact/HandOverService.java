package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.PresenceService;

/**
 * Leaving with open contacts: each is finished first, or handed over with draft, note and age, to a colleague who is
 * available and has room or back to the line. All of it happens or none: who leaves leaves nothing half given.
 */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class HandOverService {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Handovers handovers;

    @Inject
    DeskPapers papers;

    @Inject
    OfferService offers;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    PresenceService presence;

    @Inject
    StepRecorder steps;

    @Inject
    CitizenSide citizenSide;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Clock clock;

    /** A colleague who can take a contact now. */
    public record Receiver(String username, String name) {}

    /**
     * What is to become of one contact.
     *
     * @param to user name of a colleague, or null for the line
     * @param note for the next one, or null
     */
    public record Order(ContactId contact, String to, String note) {}

    /** The caller's own answer to their contact, as far as it is written. */
    public Optional<String> draft(ContactId contact) {
        return handovers.draft(contact, staff.username());
    }

    /** Who is available, has the skills and has room for the caller's contact. */
    public List<Receiver> receivers(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select a.username, u.display_name from advisor a join app_user u on u.username = a.username
                        join contact c on c.id = :contact
                        join leg l on l.contact_id = c.id and l.number = c.leg
                        where c.advisor = :me and a.username <> :me and a.presence = 'AVAILABLE' and a.next_presence is null
                          and a.points + l.points <= 100
                          and exists (select 1 from valid_skill s where s.username = a.username
                                      and s.kind = 'CHANNEL' and s.code = c.channel)
                          and exists (select 1 from valid_skill s where s.username = a.username
                                      and s.kind = 'LANGUAGE' and s.code = c.language)
                          and exists (select 1 from valid_skill s where s.username = a.username
                                      and s.kind = 'TOPIC' and s.code = c.topic)
                        order by a.points, u.display_name
                        """)
                .set("contact", contact)
                .set("me", staff.username())
                .list(row -> new Receiver(row.text("username"), row.text("display_name")));
    }

    /**
     * Hands the contacts over and goes offline; what is in after-call work, and what is not named, is finished first,
     * for the presence waits until nothing is in hand. A live offer is declined.
     *
     * @throws NotYourContact when one is not in the caller's hands
     * @throws ContactNotInState when one is in after-call work
     * @throws ReceiverNotAvailable when a colleague cannot take theirs: nothing changes
     */
    public void leave(List<Order> orders) {
        Map<OfferId, ContactId> live = liveOffers();
        lock(Stream.concat(live.values().stream(), orders.stream().map(Order::contact)));
        live.keySet().forEach(offer -> offers.reject(offer, "SHIFT_END"));
        // The advisor's row is read afresh under its lock, and would lose what was released a moment ago.
        entities.flush();
        presence.become(Presence.OFFLINE, null);
        handOver(orders);
    }

    /**
     * The caller wants to sign out.
     *
     * @return false, and nothing is changed, while contacts are in their hands; else they are offline from now
     */
    public boolean signOff() {
        String me = staff.username();
        boolean busy = Sql.on(
                        entities,
                        "select 1 from contact where advisor = :me and closed_at is null and state <> 'OFFERED' limit 1")
                .set("me", me)
                .exists();
        boolean desk = Sql.on(entities, "select 1 from advisor where username = :me")
                .set("me", me)
                .exists();
        if (desk && !busy) {
            leave(List.of());
        }
        return !busy;
    }

    /** As {@link #leave}, but the caller stays. */
    public void handOver(List<Order> orders) {
        lock(orders.stream().map(Order::contact));
        orders.forEach(order -> mine(order.contact()).requireInHand());
        orders.forEach(this::give);
    }

    /** Every contact before any advisor, in the order in which all commands lock. */
    private void lock(Stream<ContactId> all) {
        all.sorted(Comparator.comparing(ContactId::value)).forEach(contacts::locked);
    }

    /** The caller has looked at what was handed over to them. */
    public void seen(ContactId contact) {
        handovers.seen(contact, staff.username(), clock.instant());
    }

    /** Handed over to the caller, and not looked at. */
    public List<Handover> unseen(Language reader) {
        return handovers.unseen(staff.username(), reader);
    }

    /** What comes with a contact that is being offered to the caller. */
    public Optional<Handover> offered(ContactId contact, Language reader) {
        return handovers.offered(contact, staff.username(), reader);
    }

    private void give(Order order) {
        Contact contact = mine(order.contact());
        UUID note = order.note() == null || order.note().isBlank() ? null : papers.addNote(contact.id(), order.note());
        Instant now = clock.instant();
        String me = staff.username();
        handovers.given(contact.id(), me, order.to(), note, now);
        if (order.to() == null) {
            toTheLine(contact, me, now);
        } else {
            toColleague(contact, me, order.to(), now);
        }
    }

    /**
     * The way of every contact, at once: back into the line, offered, accepted. So states, legs, offers and points
     * follow the one transition table, and every figure counts it as what it is.
     */
    private void toColleague(Contact contact, String me, String to, Instant now) {
        boolean able = receivers(contact.id()).stream()
                .anyMatch(receiver -> receiver.username().equals(to));
        if (!able) {
            throw new ReceiverNotAvailable(to);
        }
        Leg given = contacts.leg(contact);
        int points = given.points();
        int released = given.end("HANDED_OVER", now);
        StateChange back = contact.returnToQueue();
        move(me, released, to, points);
        Actor giver = Actor.advisor(me);
        contacts.changed(contact, back, "HANDED_OVER", giver, now, null, Map.of("from", me, "to", to));
        StateChange offered = contact.offerTo(to, now);
        Offer offer = new Offer(OfferId.random(), contact, to, points, now, now);
        offer.end(OfferOutcome.ACCEPTED, "HANDED_OVER", now);
        contacts.keep(offer);
        Map<String, String> refs = Map.of("offer", offer.id().toString(), "advisor", to);
        contacts.changed(contact, offered, "OFFERED", giver, now, "HANDED_OVER", refs);
        Actor receiver = new Actor(to, "advisor", Source.SYSTEM);
        StateChange accepted = contact.connect(now);
        contacts.keep(new Leg(contact.id(), contact.leg(), to, points, now));
        contacts.changed(contact, accepted, "ACCEPTED", receiver, now, "HANDED_OVER", refs);
        steps.record(
                contact.id(), Act.ASSIGNED, StepKind.END, Basis.MEASURED, receiver, now, null, "HANDED_OVER", refs);
        citizenSide.greet(contact, to, now);
        signals.toDesk(to, DeskSignal.Kind.OFFER_ENDED, contact.id());
        signals.toDesk(me, DeskSignal.Kind.OFFER_ENDED, contact.id());
    }

    /** Two people may hand over to each other: their rows are locked in the order of their names. */
    private void move(String from, int released, String to, int held) {
        boolean firstGiver = from.compareTo(to) < 0;
        if (firstGiver) {
            capacity.release(from, released);
        }
        if (!capacity.hold(to, held)) {
            throw new ReceiverNotAvailable(to);
        }
        if (!firstGiver) {
            capacity.release(from, released);
        }
    }

    private void toTheLine(Contact contact, String me, Instant now) {
        int released = contacts.leg(contact).end("HANDED_BACK", now);
        StateChange change = contact.returnToQueue();
        // After the contact has left their hands, or the presence would wait for it.
        capacity.release(me, released);
        contacts.changed(contact, change, "HANDED_BACK", Actor.advisor(me), now, null, Map.of("advisor", me));
        Sql.on(
                        entities,
                        """
                        insert into offer_exclusion (contact_id, advisor, since) values (:contact, :me, :now)
                        on conflict (contact_id, advisor) do update set since = excluded.since
                        """)
                .set("contact", contact.id())
                .set("me", me)
                .set("now", now)
                .update();
        citizenSide.left(contact);
        signals.toDesk(me, DeskSignal.Kind.OFFER_ENDED, contact.id());
        returned.fire(new ContactReturned(contact.id()));
    }

    private Map<OfferId, ContactId> liveOffers() {
        return Sql.on(entities, "select id, contact_id from offer where advisor = :me and outcome is null")
                .set("me", staff.username())
                .list(row -> Map.entry(new OfferId(row.uuid("id")), row.contact("contact_id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Contact mine(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        return contact;
    }
}
