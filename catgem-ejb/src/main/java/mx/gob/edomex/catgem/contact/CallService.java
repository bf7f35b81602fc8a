package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import mx.gob.edomex.catgem.channel.CallbackPolicy;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;

/** What the advisor who dialled says came of it: the contact goes on, waits for its next attempt, or ends. */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class CallService {

    /** Disposition of a callback whose citizen never picked up. */
    static final String UNREACHED = "CALLBACK_UNREACHED";

    private static final String WRONG_NUMBER = "WRONG_NUMBER";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    CallbackRows rows;

    @Inject
    Callbacks callbacks;

    @Inject
    CallbackWishes wishes;

    @Inject
    Endings endings;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    StepRecorder steps;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** The citizen picked up: the contact's clock starts now. */
    public void answered(ContactId id) {
        Contact contact = dialled(id);
        Instant now = clock.instant();
        attempt(contact, CallResult.ANSWERED, now);
        contact.reached(now);
        contacts.answered(id, actor(), now);
        signals.toAll(DeskSignal.Kind.CONTACT, id);
    }

    /**
     * Nobody picked up, or the line was busy: it is tried again within its window, on a next day when that is over; after
     * the last attempt the contact is closed.
     *
     * @return when it is tried again, or null when it was the last attempt
     */
    public Instant notReached(ContactId id, CallResult result) {
        Contact contact = dialled(id);
        Instant now = clock.instant();
        int tries = attempt(contact, result, now);
        CallbackPolicy policy = CallbackPolicy.read(entities);
        if (tries >= policy.attempts()) {
            end(contact, UNREACHED);
            return null;
        }
        Instant earliest = now.plus(policy.pauseAfter(tries));
        CallbackWindow window = rows.of(id).window().reaching(earliest);
        Instant next = window.within(earliest);
        park(contact, window, next, result, now);
        return next;
    }

    /** Somebody else picked up: nothing is gained by dialling again. */
    public void wrongNumber(ContactId id) {
        Contact contact = dialled(id);
        attempt(contact, CallResult.WRONG_NUMBER, clock.instant());
        end(contact, WRONG_NUMBER);
    }

    /**
     * The citizen picked up and asks for another time; attempts are counted anew.
     *
     * @throws mx.gob.edomex.catgem.channel.WindowOutsideHours and the others of {@link CallbackWishes#kept}
     */
    public void anotherTime(ContactId id, CallbackWindow wanted) {
        Contact contact = dialled(id);
        Instant now = clock.instant();
        CallbackWindow window = wishes.kept(id, wanted);
        attempt(contact, CallResult.ANOTHER_TIME, now);
        park(contact, window, window.within(now), CallResult.ANOTHER_TIME, now);
    }

    private int attempt(Contact contact, CallResult result, Instant now) {
        Instant begun = rows.legBegan(contact).orElse(now);
        int tries = rows.attempted(contact.id(), staff.username(), begun, now, result);
        ledger.fact(
                contact.id(),
                "CALLBACK_ATTEMPT",
                actor(),
                now,
                result.name(),
                Map.of("attempt", Integer.toString(rows.of(contact.id()).attempts())));
        return tries;
    }

    private void park(Contact contact, CallbackWindow window, Instant next, CallResult result, Instant now) {
        String advisor = contact.advisor();
        int points = contacts.leg(contact).end(result.name(), now);
        callbacks.park(contact, window, next, "CALLBACK_AGAIN", actor(), result.name());
        capacity.contactEnded(advisor, points);
    }

    /** Whom nobody could greet owes no greeting: it is left out, with the reason on record. */
    private void end(Contact contact, String disposition) {
        steps.record(
                contact.id(),
                Act.GREETING,
                StepKind.SKIPPED,
                Basis.MEASURED,
                actor(),
                clock.instant(),
                null,
                disposition,
                Map.of());
        endings.finish(contact, actor(), disposition);
        endings.close(contact, disposition, actor());
    }

    private Contact dialled(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        contact.requireInHand();
        contact.requireToCall();
        return contact;
    }

    private Actor actor() {
        return Actor.advisor(staff.username());
    }
}
