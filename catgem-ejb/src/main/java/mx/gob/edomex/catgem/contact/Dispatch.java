package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.WaitingContact.Preferred;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * The matcher's hand on the contacts: makes offers (T2), ends those that ran out (T4) and reads what waits. Every
 * change happens only while the contact, the offer and the advisor are as the matcher believed, and only under the
 * matcher's lease. What a look reads is one statement, and needs no transaction around it.
 */
@Stateless
@PermitAll
public class Dispatch {

    /** Name of the lease of the one active matcher; in {@code offer_contacts} too. */
    public static final String LEASE = "matcher";

    private static final Duration EXCLUSION = Duration.ofSeconds(30);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Offers offers;

    @Inject
    Handovers handovers;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    Signals signals;

    @Inject
    Alerts alerts;

    @Inject
    Event<ContactReturned> returnedEvent;

    @Inject
    Clock clock;

    /**
     * One pair the engine chose.
     *
     * @param interrupts mails in the advisor's hands that make room for it
     * @param seenAs the class the contact was in for the engine; null: no engine chose
     * @param decision why, as JSON; kept with the offer
     */
    public record Match(
            ContactId contact,
            int epoch,
            String advisor,
            List<ContactId> interrupts,
            ServiceClass seenAs,
            String decision) {

        public Match(ContactId contact, int epoch, String advisor) {
            this(contact, epoch, advisor, List.of(), null, null);
        }
    }

    /** An offer that stands in the database. */
    public record OfferMade(OfferId offer, ContactId contact, String advisor, Instant expiresAt) {}

    /**
     * What waits, as far as it was asked for.
     *
     * @param byToken those of the contacts asked for that wait by a token
     * @param returned every waiting contact marked returned
     */
    public record Waiting(List<WaitingContact> byToken, List<WaitingContact> returned) {}

    /** What became of a batch: the offers made, and the contacts whose token is stale. */
    public record Batch(List<OfferMade> made, Set<ContactId> stale) {}

    /**
     * T2: offers each contact to its advisor where both still are as believed; one transaction.
     *
     * @throws IllegalStateException when the lease was lost: nothing is changed
     */
    public Batch offer(List<Match> matches, long leaseEpoch) {
        return offers.make(matches, leaseEpoch);
    }

    /** Of these offers those that nobody has answered, in the order given. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<OfferId> unanswered(Collection<OfferId> offers) {
        Set<UUID> live = new HashSet<>(Sql.on(entities, "select id from offer where id in (:ids) and outcome is null")
                .set("ids", offers.stream().map(OfferId::value).toList())
                .list(row -> row.uuid("id")));
        return offers.stream().filter(offer -> live.contains(offer.value())).toList();
    }

    /** T4: the offer was not answered in time; does nothing when it was, or when its time has not come. */
    public void expire(OfferId id) {
        Optional<ContactId> contactId = Sql.on(
                        entities, "select contact_id from offer where id = :id and outcome is null")
                .set("id", id)
                .first(row -> row.contact("contact_id"));
        if (contactId.isEmpty()) {
            return;
        }
        Contact contact = contacts.locked(contactId.get());
        Offer offer = contacts.offer(id);
        Instant now = clock.instant();
        if (!offer.isLive() || now.isBefore(offer.expiresAt())) {
            return;
        }
        ChannelRule rule = ChannelRule.of(entities, contact.channel());
        offer.end(OfferOutcome.MISSED, null, now);
        StateChange change = contact.returnToQueue();
        contacts.changed(
                contact,
                change,
                "MISSED",
                Actor.SYSTEM,
                now,
                null,
                Map.of("offer", id.toString(), "advisor", offer.advisor()));
        if (handovers.declined(contact.id(), offer.advisor())) {
            contacts.exclude(contact.id(), offer.advisor(), now);
        }
        capacity.missed(offer.advisor(), offer.points(), rule.missesAllowed());
        signals.toDesk(offer.advisor(), DeskSignal.Kind.OFFER_ENDED, contact.id());
        returnedEvent.fire(new ContactReturned(contact.id()));
    }

    /** Live offers, for the timers of a matcher that takes over; and any whose timer was lost. */
    public List<OfferMade> liveOffers() {
        return Sql.on(entities, "select id, contact_id, advisor, expires_at from offer where outcome is null")
                .list(row -> new OfferMade(
                        new OfferId(row.uuid("id")),
                        row.contact("contact_id"),
                        row.text("advisor"),
                        row.instant("expires_at")));
    }

    /** Those of the contacts that wait by a token. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<WaitingContact> waiting(Collection<ContactId> contacts) {
        return contacts.isEmpty() ? List.of() : waitingOrReturned(contacts).byToken();
    }

    /** Those of the contacts that wait by a token, and all that are marked returned: one question for both (V268). */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Waiting waitingOrReturned(Collection<ContactId> contacts) {
        Map<Boolean, List<WaitingContact>> found = Sql.on(
                        entities, "select * from waiting_or_returned(cast(:ids as uuid[]))")
                .set("ids", contacts.stream().map(ContactId::toString).collect(Collectors.joining(",", "{", "}")))
                .list(row -> Map.entry(row.flag("returned"), waiting(row)))
                .stream()
                .collect(Collectors.partitioningBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Waiting(found.get(false), found.get(true));
    }

    /** Contacts that should wait by a token; a matcher that takes over compares them with the broker. */
    public List<ContactQueued> waitingByToken() {
        return Sql.on(
                        entities,
                        """
                        select id, language || '.' || topic || '.' || channel || '.' || priority as class,
                               first_queued_at, epoch
                        from contact where state = 'QUEUED' and not returned order by first_queued_at
                        """)
                .list(row -> new ContactQueued(
                        row.contact("id"),
                        ServiceClass.of(row.text("class")),
                        row.instant("first_queued_at"),
                        row.number("epoch"),
                        false));
    }

    /**
     * These wait without a token: from now on by their row. Younger ones than the limit are left alone, for their token
     * may be on its way.
     */
    public void markReturned(List<ContactId> waiting, Instant olderThan) {
        for (ContactId contact : waiting) {
            Sql.on(
                            entities,
                            """
                            update contact set returned = true
                            where id = :id and state = 'QUEUED' and not returned and created_at < :limit
                            """)
                    .set("id", contact)
                    .set("limit", olderThan)
                    .update();
        }
    }

    /** Every service class that ever had a contact. */
    public List<ServiceClass> classes() {
        return Sql.on(entities, "select key from service_class order by key")
                .list(row -> ServiceClass.of(row.text("key")));
    }

    /**
     * Contacts that everyone available with the skills for them has declined: after 30 s all are asked again and a
     * coordinator is told.
     */
    public void clearExclusions() {
        Sql.on(
                        entities,
                        """
                        delete from offer_exclusion x where x.contact_id in (
                          select e.contact_id from offer_exclusion e join contact c on c.id = e.contact_id
                          where c.state = 'QUEUED'
                            and not exists (
                              select 1 from advisor a where a.presence = 'AVAILABLE'
                                and not exists (select 1 from offer_exclusion o
                                                where o.contact_id = c.id and o.advisor = a.username)
                                and exists (select 1 from skill_at_work s where s.username = a.username
                                            and s.kind = 'CHANNEL' and s.code = c.channel)
                                and exists (select 1 from valid_skill s where s.username = a.username
                                            and s.kind = 'LANGUAGE' and s.code = c.language)
                                and exists (select 1 from valid_skill s where s.username = a.username
                                            and s.kind = 'TOPIC' and s.code = c.topic))
                          group by e.contact_id having max(e.since) < :limit)
                        returning x.contact_id
                        """)
                .set("limit", clock.instant().minus(EXCLUSION))
                .list(row -> row.contact("contact_id"))
                .stream()
                .distinct()
                .forEach(contact -> alerts.raise("DECLINED_BY_ALL", Alerts.Severity.WARNING, contact, null, null));
    }

    private static WaitingContact waiting(Sql.Row row) {
        return new WaitingContact(
                row.contact("id"),
                ServiceClass.of(row.text("class")),
                row.instant("first_queued_at"),
                Duration.ofSeconds(row.number("paused_seconds")),
                row.number("epoch"),
                row.text("excluded") == null
                        ? Set.of()
                        : Arrays.stream(row.text("excluded").split(",", -1)).collect(Collectors.toUnmodifiableSet()),
                row.text("preferred_advisor") == null
                        ? null
                        : new Preferred(row.text("preferred_advisor"), row.instant("preferred_until")));
    }
}
