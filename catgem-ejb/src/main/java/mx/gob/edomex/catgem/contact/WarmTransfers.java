package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.ColleagueJoined;
import mx.gob.edomex.catgem.channel.ColleagueLeft;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * Colleagues asked into a contact, from the ring until they have it, leave it, or it leaves its advisor. However it
 * ends, unless completed, the contact stays where it is and the colleague's points return. The contact is locked by the
 * caller; each act is a fact of the ledger, for no state changes.
 */
@ApplicationScoped
public class WarmTransfers {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Event<ColleagueJoined> joined;

    @Inject
    Event<ColleagueLeft> left;

    @Inject
    Clock clock;

    /** How one that was not completed ended. */
    enum End {
        REJECTED,
        MISSED,
        TAKEN_BACK,
        COLLEAGUE_LEFT,
        COLLEAGUE_LOST,
        CONTACT_LEFT
    }

    /**
     * One that has not ended.
     *
     * @param joined whether the colleague has accepted; until then it rings
     */
    record Live(
            UUID id,
            ContactId contact,
            String from,
            String to,
            int points,
            UUID note,
            Instant expiresAt,
            boolean joined) {}

    /**
     * It rings at the colleague's desk.
     *
     * @throws TransferUnderWay when a colleague is asked in already
     * @throws ReceiverNotAvailable when the colleague cannot be asked, or is asked by somebody else
     */
    void ask(Contact contact, String to, UUID note, int points, int seconds) {
        if (live(contact.id()).isPresent()) {
            throw new TransferUnderWay(contact.id().toString());
        }
        boolean elsewhere = Sql.on(entities, "select 1 from warm_transfer where to_advisor = :to and ended_at is null")
                .set("to", to)
                .exists();
        if (elsewhere || !capacity.holdToRing(to, points)) {
            throw new ReceiverNotAvailable(to);
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Sql.on(
                        entities,
                        """
                        insert into warm_transfer (id, contact_id, from_advisor, to_advisor, points, note_id, asked_at,
                                                   expires_at)
                        values (:id, :contact, :from, :to, :points, :note, :now, :until)
                        """)
                .set("id", id)
                .set("contact", contact.id())
                .set("from", contact.advisor())
                .set("to", to)
                .set("points", points)
                .set("note", note)
                .set("now", now)
                .set("until", now.plusSeconds(seconds))
                .update();
        fact(contact.id(), "TRANSFER_ASKED", Actor.advisor(contact.advisor()), now, null, to);
        signals.toDesk(to, DeskSignal.Kind.OFFER, contact.id());
        signals.toDesk(contact.advisor(), DeskSignal.Kind.CONTACT, contact.id());
    }

    /** The contact of what rings under that id, if it is a warm transfer. */
    Optional<ContactId> asked(OfferId id) {
        return Sql.on(entities, "select contact_id from warm_transfer where id = :id")
                .set("id", id)
                .first(row -> row.contact("contact_id"));
    }

    /** @throws OfferGone when it is another's, was answered or has run out */
    void join(Contact contact, OfferId id, String by) {
        Live asked = ringing(contact, id, by);
        Instant now = clock.instant();
        if (!now.isBefore(asked.expiresAt())) {
            throw new OfferGone(id);
        }
        Sql.on(entities, "update warm_transfer set joined_at = :now where id = :id")
                .set("now", now)
                .set("id", id)
                .update();
        fact(contact.id(), "TRANSFER_JOINED", Actor.advisor(by), now, null, by);
        joined.fire(new ColleagueJoined(contact.id(), by));
        tell(asked);
    }

    /** @throws OfferGone when it is another's, was answered or has run out */
    void reject(Contact contact, OfferId id, String by, String reason) {
        Live asked = ringing(contact, id, by);
        end(asked, End.REJECTED, Actor.advisor(by), reason);
        capacity.release(asked.to(), asked.points());
    }

    private Live ringing(Contact contact, OfferId id, String by) {
        return live(contact.id())
                .filter(one -> one.id().equals(id.value()) && one.to().equals(by) && !one.joined())
                .orElseThrow(() -> new OfferGone(id));
    }

    /** The giver thinks better of it, or the colleague steps out. */
    void end(Live one, End how, Actor actor) {
        end(one, how, actor, null);
        capacity.release(one.to(), one.points());
    }

    /** The colleague goes on with the contact; their points are from now on those of its next leg. */
    void complete(Live one) {
        ended(one, "COMPLETED");
    }

    /** The contact is in its advisor's hands no more; both rows are locked in order, for the advisor's may follow. */
    void contactLeft(ContactId id) {
        live(id).ifPresent(one -> {
            capacity.lockInOrder(Stream.of(one.from(), one.to()));
            end(one, End.CONTACT_LEFT, Actor.SYSTEM, null);
            capacity.release(one.to(), one.points());
        });
    }

    /** The colleague did not answer in time: missed, as any offer. */
    void missed(Contact contact, Live one) {
        end(one, End.MISSED, Actor.SYSTEM, null);
        int allowed = ChannelRule.of(entities, contact.channel()).missesAllowed();
        capacity.missed(one.to(), one.points(), allowed);
    }

    Optional<Live> live(ContactId contact) {
        return read("contact_id = cast(:key as uuid)", contact.toString());
    }

    /** What the advisor is asked into, or has joined. */
    Optional<Live> of(String colleague) {
        return read("to_advisor = :key", colleague);
    }

    private Optional<Live> read(String condition, String key) {
        return Sql.on(
                        entities,
                        """
                        select id, contact_id, from_advisor, to_advisor, points, note_id, expires_at,
                               joined_at is not null as joined
                        from warm_transfer where ended_at is null and
                        """
                                + condition)
                .set("key", key)
                .first(row -> new Live(
                        row.uuid("id"),
                        row.contact("contact_id"),
                        row.text("from_advisor"),
                        row.text("to_advisor"),
                        row.number("points"),
                        row.uuid("note_id"),
                        row.instant("expires_at"),
                        row.flag("joined")));
    }

    private void end(Live one, End how, Actor actor, String reason) {
        ended(one, how.name());
        fact(one.contact(), "TRANSFER_" + how, actor, clock.instant(), reason, one.to());
        if (one.joined()) {
            left.fire(new ColleagueLeft(one.contact(), one.to()));
        }
        tell(one);
    }

    private void ended(Live one, String outcome) {
        Sql.on(entities, "update warm_transfer set ended_at = :now, outcome = :outcome where id = :id")
                .set("now", clock.instant())
                .set("outcome", outcome)
                .set("id", one.id())
                .update();
    }

    private void fact(ContactId contact, String code, Actor actor, Instant at, String reason, String colleague) {
        ledger.fact(contact, code, actor, at, reason, Map.of("advisor", colleague));
    }

    private void tell(Live one) {
        signals.toDesk(one.from(), DeskSignal.Kind.CONTACT, one.contact());
        signals.toDesk(one.to(), DeskSignal.Kind.OFFER_ENDED, one.contact());
    }
}
