package mx.gob.edomex.catgem.channel.phone;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** The rows of calls and of what the exchange is to do for them; every method joins the caller's transaction. */
@Dependent
public class PhoneCalls {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** @param caller the number it came from, sealed; null when that was hidden */
    void add(
            ContactId contact,
            String channel,
            String entryPoint,
            SubjectId subject,
            byte[] caller,
            CallPhase phase,
            long epoch,
            Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into phone_call (contact_id, channel, entry_point, subject_id, caller_sealed, phase, epoch,
                                                arrived_at)
                        values (:contact, :channel, :entryPoint, :subject, cast(:caller as bytea), :phase, :epoch, :at)
                        """)
                .set("contact", contact)
                .set("channel", channel)
                .set("entryPoint", entryPoint)
                .set("subject", subject)
                .set("caller", caller)
                .set("phase", phase)
                .set("epoch", epoch)
                .set("at", at)
                .update();
    }

    /**
     * Locks the call. The arrival, once there is one, is locked first, as whoever attends the contact does too, so that
     * the two never wait for each other.
     */
    Optional<PhoneCall> locked(ContactId contact) {
        Sql.on(entities, "select 1 from arrival where contact_id = :contact for no key update")
                .set("contact", contact)
                .exists();
        return Sql.on(entities, PhoneCall.COLUMNS + "where c.contact_id = :contact for update of c")
                .set("contact", contact)
                .first(PhoneCall::of);
    }

    /** The number it came from, sealed; empty when that was hidden, or its person was erased. */
    Optional<byte[]> caller(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select caller_sealed from phone_call where contact_id = :contact and caller_sealed is not null
                        """)
                .set("contact", contact)
                .first(row -> row.bytes("caller_sealed"));
    }

    List<PhoneCall> live() {
        return Sql.on(entities, PhoneCall.COLUMNS + "where c.ended_at is null order by c.arrived_at")
                .list(PhoneCall::of);
    }

    /** Calls that have ended and whose contact, opened since then, does not know. */
    List<ContactId> untold(int limit) {
        return Sql.on(
                        entities,
                        """
                        select c.contact_id from phone_call c join contact k on k.id = c.contact_id
                        where c.ended_at is not null and not c.told order by c.ended_at limit :limit
                        """)
                .set("limit", limit)
                .list(row -> row.contact("contact_id"));
    }

    void waits(ContactId contact, Instant at) {
        change(contact, "phase = 'WAITING', queued_at = coalesce(queued_at, :value)", at);
    }

    void rings(ContactId contact, String advisor) {
        change(
                contact,
                "phase = 'CALLING', attempts = attempts + 1, attempt = attempts + 1, advisor = :value",
                advisor);
    }

    void colleagueRings(ContactId contact, String colleague) {
        change(
                contact,
                "attempts = attempts + 1, colleague_attempt = attempts + 1, colleague = :value, colleague_up = false",
                colleague);
    }

    void colleagueUp(ContactId contact) {
        change(contact, "colleague_up = :value", true);
    }

    /** Whoever was asked in attends from now on. */
    void goesOver(ContactId contact) {
        change(
                contact,
                "attempt = colleague_attempt, advisor = colleague, colleague = null, colleague_attempt = null,"
                        + " colleague_up = :value",
                false);
    }

    /** The colleague's telephone is out of it. */
    void partColleague(PhoneCall call, Instant now) {
        if (call.colleague() != null) {
            command(
                    call.contact(),
                    PhoneCommand.Kind.HANGUP,
                    call.colleagueChannel().id(),
                    null,
                    now);
            change(call.contact(), "colleague = null, colleague_attempt = null, colleague_up = :value", false);
        }
    }

    /** Nobody else listens. */
    void listenerRings(ContactId contact, String staff, ListenMode mode) {
        change(contact, "attempts = attempts + :value", 1);
        Sql.on(
                        entities,
                        """
                        insert into call_listener (contact_id, staff, mode, attempt)
                        select contact_id, :staff, :mode, attempts from phone_call where contact_id = :contact
                        """)
                .set("contact", contact)
                .set("staff", staff)
                .set("mode", mode)
                .update();
    }

    /** @param ear its number, the next after those given so far; null where none is needed */
    void listens(ContactId contact, ListenMode mode, Integer ear) {
        if (ear != null) {
            change(contact, "attempts = :value", ear);
        }
        Sql.on(
                        entities,
                        """
                        update call_listener set up = true, mode = :mode, ear = cast(:ear as int) where contact_id = :contact
                        """)
                .set("contact", contact)
                .set("mode", mode)
                .set("ear", ear == null ? null : ear.toString())
                .update();
    }

    /** Before they have picked up. */
    void willListen(ContactId contact, ListenMode mode) {
        Sql.on(entities, "update call_listener set mode = :mode where contact_id = :contact")
                .set("contact", contact)
                .set("mode", mode)
                .update();
    }

    Optional<Listener> listener(ContactId contact) {
        return Sql.on(entities, PhoneCall.COLUMNS + "where c.contact_id = :contact")
                .set("contact", contact)
                .first(PhoneCall::of)
                .map(PhoneCall::listener);
    }

    /** Whoever listens is out of it, and hears no more. */
    void partListener(PhoneCall call, Instant now) {
        if (call.listener() != null) {
            deafen(call, now);
            command(
                    call.contact(),
                    PhoneCommand.Kind.HANGUP,
                    call.listenerChannel().id(),
                    null,
                    now);
            command(
                    call.contact(),
                    PhoneCommand.Kind.UNBRIDGE,
                    call.listenerChannel().bridge(),
                    null,
                    now);
            Sql.on(entities, "delete from call_listener where contact_id = :contact")
                    .set("contact", call.contact())
                    .update();
        }
    }

    /** What hears for them at the advisor's line goes. */
    void deafen(PhoneCall call, Instant now) {
        if (call.listener().ear() != null) {
            Ear ear = new Ear(call.contact(), call.listener().ear());
            command(call.contact(), PhoneCommand.Kind.HANGUP, ear.id(), null, now);
        }
    }

    void talks(ContactId contact, Instant at) {
        change(contact, "phase = 'TALKING', talking_at = coalesce(talking_at, :value)", at);
    }

    void becomes(ContactId contact, CallPhase phase) {
        change(contact, "phase = :value", phase.name());
    }

    /** The telephones of the centre are out of it, whatever comes for the citizen. */
    void partAdvisor(PhoneCall call, Instant now) {
        partColleague(call, now);
        partListener(call, now);
        if (call.phase().hasAdvisor()) {
            command(
                    call.contact(),
                    PhoneCommand.Kind.HANGUP,
                    call.advisorChannel().id(),
                    null,
                    now);
        }
        if (call.phase() == CallPhase.TALKING) {
            command(
                    call.contact(),
                    PhoneCommand.Kind.UNBRIDGE,
                    call.advisorChannel().bridge(),
                    null,
                    now);
        }
    }

    /** @param told when there is no contact to tell, or it knows */
    void ended(ContactId contact, CallEnd by, boolean told, Instant at) {
        Sql.on(
                        entities,
                        """
                        update phone_call set phase = 'ENDED', ended_at = :at, ended_by = :by, told = :told
                        where contact_id = :contact
                        """)
                .set("contact", contact)
                .set("by", by)
                .set("told", told)
                .set("at", at)
                .update();
    }

    void told(ContactId contact) {
        change(contact, "told = :value", true);
    }

    private void change(ContactId contact, String what, Object value) {
        Sql.on(entities, "update phone_call set " + what + " where contact_id = :contact")
                .set("contact", contact)
                .set("value", value)
                .update();
    }

    void command(ContactId contact, PhoneCommand.Kind kind, String target, String detail, Instant at) {
        Sql.on(
                        entities,
                        """
                        insert into phone_command (contact_id, kind, target, detail, made_at)
                        values (:contact, :kind, :target, cast(:detail as text), :at)
                        """)
                .set("contact", contact)
                .set("kind", kind)
                .set("target", target)
                .set("detail", detail)
                .set("at", at)
                .update();
    }

    /** What is to be done for the call, in order; on record as taken by this owner. */
    List<PhoneCommand> take(ContactId contact, long epoch) {
        return Sql.on(
                        entities,
                        """
                        with taken as (
                          update phone_command set epoch = :epoch where contact_id = :contact and done_at is null
                          returning id, contact_id, kind, target, detail)
                        select * from taken order by id
                        """)
                .set("contact", contact)
                .set("epoch", epoch)
                .list(row -> new PhoneCommand(
                        row.big("id"),
                        row.contact("contact_id"),
                        row.constant("kind", PhoneCommand.Kind.class),
                        row.text("target"),
                        row.text("detail")));
    }

    void done(PhoneCommand command, PhoneCommand.Outcome outcome, Instant at) {
        Sql.on(entities, "update phone_command set done_at = :at, outcome = :outcome where id = :id")
                .set("id", command.id())
                .set("outcome", outcome)
                .set("at", at)
                .update();
    }

    /** Calls for which something is to be done. */
    List<ContactId> due() {
        return Sql.on(
                        entities,
                        "select contact_id from phone_command where done_at is null group by contact_id order by min(id)")
                .list(row -> row.contact("contact_id"));
    }

    void gap(long epoch, Instant began, Instant ended, int kept, int lost, int adopted) {
        Sql.on(
                        entities,
                        """
                        insert into phone_gap (epoch, began_at, ended_at, kept, lost, adopted)
                        values (:epoch, cast(:began as timestamptz), :ended, :kept, :lost, :adopted)
                        """)
                .set("epoch", epoch)
                .set("began", began)
                .set("ended", ended)
                .set("kept", kept)
                .set("lost", lost)
                .set("adopted", adopted)
                .update();
    }
}
