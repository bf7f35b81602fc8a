package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
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
import mx.gob.edomex.catgem.contact.WarmTransfers.End;
import mx.gob.edomex.catgem.contact.WarmTransfers.Live;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
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
    WarmTransfers warmTransfers;

    @Inject
    Colleagues colleagues;

    @Inject
    Relay relay;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    PresenceService presence;

    @Inject
    CurrentStaff staff;

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
        return colleagues.of(contact, staff.username()).stream()
                .filter(colleague -> colleague.available() && colleague.fits())
                .map(colleague -> new Receiver(colleague.username(), colleague.name()))
                .toList();
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
        Optional<Live> joined = warmTransfers.of(staff.username());
        lock(Stream.of(live.values().stream(), orders.stream().map(Order::contact), joined.map(Live::contact).stream())
                .flatMap(all -> all));
        lockAdvisors(orders);
        live.keySet().forEach(offer -> offers.reject(offer, "SHIFT_END"));
        joined.ifPresent(one -> warmTransfers.end(one, End.COLLEAGUE_LEFT, Actor.advisor(staff.username())));
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
        lockAdvisors(orders);
        orders.forEach(this::give);
    }

    /** Every contact before any advisor, in the order in which all commands lock. */
    private void lock(Stream<ContactId> all) {
        // As text, for that is PostgreSQL's order of ids: Java compares their halves as signed numbers.
        all.sorted(Comparator.comparing(id -> id.value().toString())).forEach(contacts::locked);
    }

    /** Who gives, who gets, and whoever was asked into what is given. */
    private void lockAdvisors(List<Order> orders) {
        Stream<String> others = orders.stream()
                .flatMap(order -> Stream.concat(
                        Stream.ofNullable(order.to()), warmTransfers.live(order.contact()).map(Live::to).stream()));
        capacity.lockInOrder(Stream.concat(Stream.of(staff.username()), others));
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
        warmTransfers.contactLeft(contact.id());
        handovers.given(contact.id(), me, order.to(), note, now);
        if (order.to() == null) {
            relay.toTheLine(contact, contact.topic(), "HANDED_BACK", now);
        } else if (isAble(contact, order.to())) {
            relay.toColleague(contact, order.to(), "HANDED_OVER", now);
        } else {
            throw new ReceiverNotAvailable(order.to());
        }
    }

    private boolean isAble(Contact contact, String to) {
        return receivers(contact.id()).stream()
                .anyMatch(receiver -> receiver.username().equals(to));
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
