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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/** How a leg or a contact ends, whoever ends it: finish, close, abandon (T5), or the loss of its advisor (T6). */
@Stateless
@PermitAll
public class Endings {

    static final String UNCLASSIFIED = "UNCLASSIFIED";

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
    WarmTransfers warmTransfers;

    @Inject
    Handovers handovers;

    @Inject
    Signals signals;

    @Inject
    Alerts alerts;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Event<ContactFinished> finished;

    @Inject
    Event<ContactClosed> closed;

    @Inject
    Clock clock;

    /** The conversation is over; the advisor has the channel's after-call work time to classify it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void finish(Contact contact, Actor actor, String reason) {
        Instant now = clock.instant();
        ChannelRule rule = ChannelRule.of(entities, contact.channel());
        StateChange change = contact.finish(now.plusSeconds(rule.acwSeconds()));
        contacts.changed(contact, change, "FINISHED", actor, now, reason);
        finished.fire(new ContactFinished(contact.id(), contact.channel(), contact.advisor(), reason, now));
        citizenSide.ended(contact);
    }

    /**
     * Closes what is in after-call work.
     *
     * @throws DispositionUnknown when the disposition is not in the catalogue
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void close(Contact contact, String disposition, Actor actor) {
        Outcome outcome = Sql.on(entities, "select outcome from disposition where code = :code and active")
                .set("code", disposition)
                .first(row -> row.constant("outcome", Outcome.class))
                .orElseThrow(() -> new DispositionUnknown(disposition));
        Instant now = clock.instant();
        StateChange change = contact.close(outcome, disposition, now);
        contacts.changed(contact, change, "CLOSED", actor, now, disposition, Map.of("outcome", outcome.name()));
        closed.fire(new ContactClosed(contact.id(), outcome, contact.advisor(), now));
        steps.record(
                contact.id(),
                Act.CLOSE,
                StepKind.END,
                Basis.MEASURED,
                actor,
                now,
                outcome.name(),
                disposition,
                Map.of());
        capacity.contactEnded(contact.advisor(), contacts.leg(contact).end("CLOSED", now));
        clear(contact.id());
    }

    /**
     * What waits comes to nothing, for a cause that is on record.
     *
     * @param cause a code
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void fail(Contact contact, Actor actor, String cause) {
        Instant now = clock.instant();
        StateChange change = contact.fail(now);
        contacts.changed(contact, change, "FAILED", actor, now, cause);
        steps.record(
                contact.id(),
                Act.CLOSE,
                StepKind.END,
                Basis.MEASURED,
                actor,
                now,
                contact.state().name(),
                cause,
                Map.of());
        citizenSide.ended(contact);
        clear(contact.id());
    }

    /**
     * The citizen's call is gone and nobody knows since when or why: who talked classifies what they know; what waited
     * has failed.
     *
     * @param cause a code
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void callLost(ContactId id, String cause) {
        Contact contact = contacts.locked(id);
        if (contact.state().isInHand()) {
            finish(contact, Actor.SYSTEM, cause);
        } else if (contact.state() == ContactState.QUEUED) {
            fail(contact, Actor.SYSTEM, cause);
        } else if (contact.state() == ContactState.OFFERED) {
            endOffer(contact, OfferOutcome.WITHDRAWN, cause, clock.instant());
            fail(contact, Actor.SYSTEM, cause);
        }
    }

    /** T5 by the citizen who waited; or, once connected, the end of the conversation. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void citizenLeft(ContactId id, Actor citizen) {
        Contact contact = contacts.locked(id);
        if (contact.state().isInHand()) {
            finish(contact, citizen, "CITIZEN_LEFT");
            return;
        }
        if (contact.state() != ContactState.QUEUED && contact.state() != ContactState.OFFERED) {
            return;
        }
        Instant now = clock.instant();
        boolean alerting = contact.state() == ContactState.OFFERED;
        StateChange change = contact.abandon(now);
        contacts.changed(contact, change, "ABANDONED", citizen, now, null);
        steps.record(
                id,
                Act.CLOSE,
                StepKind.END,
                Basis.MEASURED,
                citizen,
                now,
                contact.state().name(),
                null,
                Map.of());
        if (alerting) {
            // The citizen's abandon, never the advisor's miss: the idle position stays.
            endOffer(contact, OfferOutcome.ABANDONED_WHILE_ALERTING, null, now);
        }
        citizenSide.ended(contact);
        clear(id);
    }

    /** After-call work ran out: closed as unclassified, and counted as such. Does nothing when it was extended. */
    public void expireAfterCallWork(ContactId id) {
        Contact contact = contacts.locked(id);
        if (contact.state() == ContactState.AFTER_CALL_WORK && !clock.instant().isBefore(contact.acwUntil())) {
            close(contact, UNCLASSIFIED, Actor.SYSTEM);
        }
    }

    /** T6: the advisor's desk did not come back; the contact waits again, with its age, and a coordinator is told. */
    public void advisorLost(ContactId id) {
        Contact contact = contacts.locked(id);
        String advisor = contact.advisor();
        if (advisor == null || contact.state().isTerminal()) {
            return;
        }
        Instant now = clock.instant();
        if (contact.state() == ContactState.AFTER_CALL_WORK) {
            close(contact, UNCLASSIFIED, Actor.SYSTEM);
            return;
        }
        warmTransfers.contactLeft(id);
        if (contact.state() == ContactState.OFFERED) {
            Offer offer = liveOffer(contact);
            offer.end(OfferOutcome.MISSED, "DESK_LOST", now);
            if (handovers.declined(id, advisor)) {
                contacts.exclude(id, advisor, now);
            }
            capacity.release(advisor, offer.points());
        } else {
            capacity.release(advisor, contacts.leg(contact).end("ADVISOR_LOST", now));
        }
        StateChange change = contact.returnToQueue();
        contacts.changed(contact, change, "ADVISOR_LOST", Actor.SYSTEM, now, null, Map.of("advisor", advisor));
        citizenSide.left(contact);
        alerts.raise("ADVISOR_LOST", Alerts.Severity.WARNING, id, advisor, null);
        returned.fire(new ContactReturned(id));
    }

    /** Contacts in the hands of an advisor who is offline: nobody goes offline with a contact, so the desk was lost. */
    public List<ContactId> orphans() {
        return Sql.on(
                        entities,
                        """
                        select c.id from contact c join advisor a on a.username = c.advisor
                        where c.closed_at is null and a.presence = 'OFFLINE' order by c.first_queued_at
                        """)
                .list(row -> row.contact("id"));
    }

    /** Contacts whose after-call work has run out. */
    public List<ContactId> overdueAfterCallWork() {
        return Sql.on(entities, "select id from contact where state = 'AFTER_CALL_WORK' and acw_until <= :now")
                .set("now", clock.instant())
                .list(row -> row.contact("id"));
    }

    /** Nobody will write on, or be asked again: what was kept for that goes. */
    private void clear(ContactId id) {
        Sql.on(entities, "delete from draft where contact_id = :id")
                .set("id", id)
                .update();
        Sql.on(entities, "delete from attachment where contact_id = :id and draft")
                .set("id", id)
                .update();
        Sql.on(entities, "delete from offer_exclusion where contact_id = :id")
                .set("id", id)
                .update();
    }

    /** What rings at a desk rings no more, and the advisor has the room again. */
    private void endOffer(Contact contact, OfferOutcome outcome, String reason, Instant now) {
        Offer offer = liveOffer(contact);
        offer.end(outcome, reason, now);
        capacity.release(offer.advisor(), offer.points());
        signals.toDesk(offer.advisor(), DeskSignal.Kind.OFFER_ENDED, contact.id());
    }

    private Offer liveOffer(Contact contact) {
        return Sql.on(entities, "select id from offer where contact_id = :id and outcome is null")
                .set("id", contact.id())
                .first(row -> contacts.offer(new OfferId(row.uuid("id"))))
                .orElseThrow();
    }
}
