package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Loads contacts and offers locked and writes each change of state to the ledger. Locks are taken in the order arrival
 * (which a message of the conversation locks too), contact, advisor everywhere, so that no two commands wait for each
 * other.
 */
@ApplicationScoped
public class Contacts {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    WarmTransfers warmTransfers;

    @Inject
    Event<ContactEnded> ended;

    /** @throws ContactUnknown when intake has not opened it */
    Contact locked(ContactId id) {
        Sql.on(entities, "select 1 from arrival where contact_id = :id for no key update")
                .set("id", id)
                .exists();
        Contact contact = entities.find(Contact.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (contact == null) {
            throw new ContactUnknown(id.toString());
        }
        entities.refresh(contact);
        return contact;
    }

    /**
     * Many at once, locked in the order of their ids, so that no two batches wait for each other, all arrivals first; in a
     * transaction that has not read them before.
     */
    Map<ContactId, Contact> locked(Collection<ContactId> ids) {
        return Sql.on(
                        entities,
                        """
                        with gate as materialized (
                          select 1 from arrival where contact_id in (:ids) order by contact_id for no key update)
                        select c.* from contact c where c.id in (:ids) and (select count(*) from gate) >= 0
                        order by c.id for no key update of c
                        """)
                .set("ids", ids.stream().map(ContactId::value).distinct().toList())
                .entities(Contact.class)
                .stream()
                .collect(Collectors.toMap(Contact::id, contact -> contact));
    }

    /**
     * As it stands, only to be looked at.
     *
     * @throws ContactUnknown when intake has not opened it
     */
    Contact read(ContactId id) {
        Contact contact = entities.find(Contact.class, id.value());
        if (contact == null) {
            throw new ContactUnknown(id.toString());
        }
        return contact;
    }

    /** @throws ContactUnknown when there is no such folio */
    Contact locked(Folio folio) {
        return locked(Sql.on(entities, "select id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> row.contact("id"))
                .orElseThrow(() -> new ContactUnknown(folio.value())));
    }

    /** @throws OfferGone when there is no such offer */
    Offer offer(OfferId id) {
        Offer offer = entities.find(Offer.class, id.value());
        if (offer == null) {
            throw new OfferGone(id);
        }
        entities.refresh(offer);
        return offer;
    }

    Leg leg(Contact contact) {
        return entities.find(Leg.class, new Leg.Key(contact.id(), contact.leg()));
    }

    void keep(Object entity) {
        entities.persist(entity);
    }

    /** The contact is not offered to them again until the exclusions clear. */
    void exclude(ContactId id, String advisor, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into offer_exclusion (contact_id, advisor, since) values (:id, :advisor, :at)
                        on conflict (contact_id, advisor) do update set since = excluded.since
                        """)
                .set("id", id)
                .set("advisor", advisor)
                .set("at", at)
                .update();
    }

    /** The citizen has the first words of a person: on record once a contact, whatever is said later. */
    void answered(ContactId id, Actor actor, Instant at) {
        boolean before = Sql.on(entities, "select 1 from event where contact_id = :id and code = 'ANSWERED'")
                .set("id", id)
                .exists();
        if (!before) {
            ledger.fact(id, "ANSWERED", actor, at, null, Map.of());
        }
    }

    /** What the figures are cut by, as it is at this moment: a later change of the target must not move a past figure. */
    Map<String, String> figuresNeed(Contact contact) {
        return Sql.on(
                        entities,
                        """
                        select c.direction, c.entry_point, cast(w.seconds as text) as target from contact c
                        join wait_target w on w.channel = c.channel and w.priority = c.priority where c.id = :id
                        """)
                .set("id", contact.id())
                .first(row -> Map.of(
                        "matter", contact.matter().toString(),
                        "channel", contact.channel().name(),
                        "direction", row.text("direction"),
                        "entryPoint", row.text("entry_point"),
                        "language", contact.serviceClass().language().name(),
                        "topic", contact.serviceClass().topic(),
                        "priority", contact.serviceClass().priority().name(),
                        "target", row.text("target"),
                        "queuedAt", contact.firstQueuedAt().toString()))
                .orElseThrow();
    }

    void changed(Contact contact, StateChange change, String code, Actor actor, Instant at, String reason) {
        changed(contact, change, code, actor, at, reason, Map.of());
    }

    void changed(
            Contact contact,
            StateChange change,
            String code,
            Actor actor,
            Instant at,
            String reason,
            Map<String, String> refs) {
        if (change.from() == ContactState.ON_HOLD) {
            contact.pauseEnds(at); // whatever becomes of it
        }
        ledger.state(
                contact.id(),
                contact.leg(),
                code,
                change.from().name(),
                change.to().name(),
                actor,
                at,
                reason,
                refs);
        if (change.from().isInHand() && !change.to().isInHand()) {
            warmTransfers.contactLeft(contact.id());
        }
        signals.toAll(DeskSignal.Kind.CONTACT, contact.id());
        signals.toAll(DeskSignal.Kind.QUEUE, null);
        if (change.to().isTerminal()) {
            ended.fire(new ContactEnded(contact.id()));
        }
    }
}
