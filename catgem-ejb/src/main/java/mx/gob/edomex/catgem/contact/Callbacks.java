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
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/**
 * Callbacks (devolución de llamada) as time moves them: parked until their window, in line with their age when it has
 * come, parked again for the next day when it passes without a free advisor. A delayed message wakes each; behind it the
 * sweep finds what a lost message left.
 */
@Stateless
@PermitAll
public class Callbacks {

    static final String LATE = "CALLBACK_LATE";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    CallbackRows rows;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Alerts alerts;

    @Inject
    Event<CallbackScheduled> scheduled;

    @Inject
    Event<ContactReturned> returned;

    @Inject
    Clock clock;

    /** Whether the citizen asked to be phoned. */
    public boolean isAsked(ContactId contact) {
        return rows.isAsked(contact);
    }

    /** The wish stored for the contact is kept from now on; one that rings on a desk stops ringing. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void schedule(Contact contact, Actor actor) {
        Instant now = clock.instant();
        stopRinging(contact, now);
        CallbackWindow window = rows.of(contact.id()).window();
        park(contact, window, window.within(now), "CALLBACK_ASKED", actor, null);
    }

    /** Puts it aside until a moment of the window; its wait is paused meanwhile. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void park(Contact contact, CallbackWindow window, Instant dueAt, String code, Actor actor, String reason) {
        Instant now = clock.instant();
        StateChange change = contact.scheduleCallback();
        rows.park(contact.id(), window, dueAt, now);
        contacts.changed(
                contact,
                change,
                code,
                actor,
                now,
                reason,
                Map.of("due", dueAt.toString(), "until", window.to().toString()));
        scheduled.fire(new CallbackScheduled(contact.id(), dueAt));
    }

    /** Parked callbacks whose time has come, each to {@link #enter} in a transaction of its own. */
    public List<ContactId> due() {
        return rows.due(clock.instant());
    }

    /** T6: its time has come, so it stands in line. Nothing when it has not, or the contact does not wait for it. */
    public void enter(ContactId id) {
        Contact contact = contacts.locked(id);
        Instant now = clock.instant();
        if (contact.state() != ContactState.CALLBACK_SCHEDULED) {
            return;
        }
        CallbackRows.Row row = rows.of(id);
        if (row.parkedAt() == null || now.isBefore(row.dueAt())) {
            return;
        }
        if (row.window().isOver(now)) {
            tomorrow(contact, row.window(), now);
            return;
        }
        rows.unpark(id);
        contacts.changed(
                contact,
                contact.callbackDue(Duration.between(row.parkedAt(), now)),
                "CALLBACK_DUE",
                Actor.SYSTEM,
                now,
                null,
                Map.of("attempt", Integer.toString(row.attempts() + 1)));
        returned.fire(new ContactReturned(id));
    }

    /** Callbacks in line whose window is over, each to {@link #postpone}. */
    public List<ContactId> late() {
        return rows.late(clock.instant());
    }

    /** Nobody was free in its window: the same hours of the next day, and a coordinator is told. */
    public void postpone(ContactId id) {
        Contact contact = contacts.locked(id);
        Instant now = clock.instant();
        if (contact.state() != ContactState.QUEUED || !contact.isToCall()) {
            return;
        }
        CallbackWindow window = rows.of(id).window();
        if (window.isOver(now)) {
            tomorrow(contact, window, now);
        }
    }

    private void tomorrow(Contact contact, CallbackWindow window, Instant now) {
        alerts.raise(LATE, Alerts.Severity.WARNING, contact.id(), null, null);
        CallbackWindow next = window.reaching(now);
        if (contact.state() == ContactState.CALLBACK_SCHEDULED) {
            move(contact, next, "CALLBACK_POSTPONED", Actor.SYSTEM, null);
        } else {
            park(contact, next, next.within(now), "CALLBACK_POSTPONED", Actor.SYSTEM, null);
        }
    }

    /** One that is parked gets another window. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void move(Contact contact, CallbackWindow window, String code, Actor actor, String reason) {
        Instant now = clock.instant();
        Instant dueAt = window.within(now);
        rows.park(contact.id(), window, dueAt, now);
        Map<String, String> refs =
                Map.of("due", dueAt.toString(), "until", window.to().toString());
        ledger.fact(contact.id(), code, actor, now, reason, refs);
        signals.toAll(DeskSignal.Kind.QUEUE, null);
        scheduled.fire(new CallbackScheduled(contact.id(), dueAt));
    }

    private void stopRinging(Contact contact, Instant now) {
        if (contact.state() != ContactState.OFFERED) {
            return;
        }
        Offer offer = Sql.on(entities, "select id from offer where contact_id = :id and outcome is null")
                .set("id", contact.id())
                .first(row -> contacts.offer(new OfferId(row.uuid("id"))))
                .orElseThrow();
        offer.end(OfferOutcome.WITHDRAWN, "CALLBACK_ASKED", now);
        StateChange change = contact.returnToQueue();
        contacts.changed(
                contact,
                change,
                OfferOutcome.WITHDRAWN.name(),
                Actor.SYSTEM,
                now,
                "CALLBACK_ASKED",
                Map.of("offer", offer.id().toString(), "advisor", offer.advisor()));
        capacity.release(offer.advisor(), offer.points());
        signals.toDesk(offer.advisor(), DeskSignal.Kind.OFFER_ENDED, contact.id());
    }
}
