package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.channel.CallbackNotPossible;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** What coordinators see of callbacks and do with them: give them another time, or cancel them. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class CallbackSteering {

    /** Why a callback is cancelled; kept as the contact's cause. */
    public enum Cancelled {
        CITIZEN_ASKED,
        ATTENDED_ELSEWHERE,
        DUPLICATE,
        NOT_REACHABLE
    }

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
    PersonalData personalData;

    @Inject
    CurrentStaff staff;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    /**
     * A callback that has not reached its citizen.
     *
     * @param state CALLBACK_SCHEDULED, QUEUED, OFFERED or IN_PROGRESS
     * @param number as written, or empty when it was erased
     * @param askedBy name of who asked for the citizen, or null
     * @param lastResult of the newest attempt, or null
     */
    public record Line(
            String folio,
            String topicName,
            Language language,
            String state,
            CallbackWindow window,
            Instant dueAt,
            Instant askedAt,
            int attempts,
            String number,
            String askedBy,
            String lastResult) {

        /** Only what nobody has in hand or on a ringing desk can be steered. */
        public boolean waits() {
            return "CALLBACK_SCHEDULED".equals(state) || "QUEUED".equals(state);
        }

        public boolean late(Instant now) {
            return window.isOver(now);
        }
    }

    /** All that are not done, the next to be phoned first. */
    public List<Line> list(Language reader) {
        return Sql.on(
                        entities,
                        """
                        select c.folio, t.name_es, t.name_en, c.language, c.state, b.zone, b.window_from, b.window_to, b.due_at,
                               b.asked_at, b.attempts, b.subject_id, b.number_sealed, u.display_name,
                               (select a.result from callback_attempt a where a.contact_id = c.id
                                order by a.number desc limit 1) as last_result
                        from contact c join callback b on b.contact_id = c.id join topic t on t.code = c.topic
                        left join app_user u on u.username = b.asked_by
                        where c.to_call and c.closed_at is null
                        order by b.due_at, c.folio limit 300
                        """)
                .list(row -> new Line(
                        row.text("folio"),
                        row.text(reader == Language.EN ? "name_en" : "name_es"),
                        row.constant("language", Language.class),
                        row.text("state"),
                        new CallbackWindow(
                                row.instant("window_from"),
                                row.instant("window_to"),
                                CallbackWindow.zone(row.text("zone"))),
                        row.instant("due_at"),
                        row.instant("asked_at"),
                        row.number("attempts"),
                        personalData
                                .openText(row.subject("subject_id"), row.bytes("number_sealed"))
                                .map(number -> new PhoneNumber(number).written())
                                .orElse(""),
                        row.text("display_name"),
                        row.text("last_result")));
    }

    /**
     * Gives a callback that waits another window.
     *
     * @throws CallbackNotPossible when it is being offered or dialled, or was done
     * @throws mx.gob.edomex.catgem.channel.WindowOutsideHours and the others of {@link CallbackWishes#kept}
     */
    public void reschedule(Folio folio, CallbackWindow wanted) {
        Contact contact = waiting(folio);
        Instant now = clock.instant();
        CallbackWindow window = wishes.kept(contact.id(), wanted);
        if (contact.state() == ContactState.QUEUED) {
            callbacks.park(contact, window, window.within(now), "CALLBACK_MOVED", actor(), null);
        } else {
            callbacks.move(contact, window, "CALLBACK_MOVED", actor(), null);
        }
        alerts.endOf(Callbacks.LATE, contact.id());
    }

    /** Nobody phones any more; the contact has failed with the reason as its cause. */
    public void cancel(Folio folio, Cancelled reason) {
        Contact contact = waiting(folio);
        rows.unpark(contact.id());
        endings.fail(contact, actor(), "CALLBACK_" + reason.name());
        alerts.endOf(Callbacks.LATE, contact.id());
    }

    private Contact waiting(Folio folio) {
        Contact contact = contacts.locked(folio);
        boolean waits = contact.state() == ContactState.QUEUED || contact.state() == ContactState.CALLBACK_SCHEDULED;
        if (!contact.isToCall() || !waits) {
            throw new CallbackNotPossible();
        }
        return contact;
    }

    private Actor actor() {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        return new Actor(staff.username(), role, Source.SCREEN);
    }
}
