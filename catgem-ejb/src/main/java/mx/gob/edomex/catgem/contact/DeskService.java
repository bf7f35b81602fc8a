package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What an advisor does with a contact in hand. Every command is one transaction on the locked contact and refuses a
 * contact that is not, or no longer, the caller's.
 */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class DeskService {

    /** How often an abusive citizen is warned before the advisor may end. */
    private static final int WARNINGS = 2;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Endings endings;

    @Inject
    Silences silences;

    @Inject
    Interruptions interruptions;

    @Inject
    Attachments attachments;

    @Inject
    StepRecorder steps;

    @Inject
    EventLedger ledger;

    @Inject
    CitizenSide citizenSide;

    @Inject
    CurrentStaff staff;

    @Inject
    Alerts alerts;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * Sends a message to the citizen, with the files chosen for it. It counts as the delivery of the information once an entry was consulted or the
     * answer declared as known by heart; a mail also records that its author read it again and sent it.
     *
     * @param clientId chosen by the desk: a repeat sends nothing twice
     * @param cc further addresses, e-mail only; empty otherwise
     * @throws NothingToSend when the text is blank; in a chat files alone are enough
     */
    public void send(ContactId id, String clientId, String text, List<String> cc) {
        Contact contact = inHand(id);
        requireWritten(contact);
        String words = text == null ? "" : text.strip();
        boolean files =
                contact.channel() != Channel.EMAIL && !attachments.drafted(id).isEmpty();
        if (words.isEmpty() && !files) {
            throw new NothingToSend(id);
        }
        Instant now = clock.instant();
        Actor actor = actor();
        Optional<UUID> message = citizenSide.say(contact, actor.staff(), clientId, words, cc, now);
        if (message.isEmpty()) {
            return;
        }
        if (contact.channel() != Channel.EMAIL) {
            // A mail is answered when the mail server has taken it, not before.
            contacts.answered(id, actor, now);
        }
        attachments.send(id, message.get(), now);
        contact.advisorSpoke(now);
        Map<String, String> refs = Map.of("message", message.get().toString());
        deliver(contact, now, refs);
        if (contact.channel() == Channel.EMAIL) {
            step(id, Act.SECOND_READING, Basis.DECLARED, now, "BY_AUTHOR", refs);
            step(id, Act.SEND, Basis.MEASURED, now, null, refs);
        }
        Sql.on(entities, "delete from draft where contact_id = :id")
                .set("id", id)
                .update();
        changed(id);
    }

    /** The advisor looked the answer up; the version shown is on record. */
    public void consult(ContactId id, UUID knowledgeVersion) {
        Contact contact = inHand(id);
        Instant now = clock.instant();
        contact.consulted(now);
        step(id, Act.CONSULT, Basis.MEASURED, now, null, Map.of("knowledgeVersion", knowledgeVersion.toString()));
        changed(id);
    }

    /** The advisor knows the answer without looking it up; what was said before counts as delivered from now. */
    public void knownByHeart(ContactId id) {
        Contact contact = inHand(id);
        Instant now = clock.instant();
        contact.consulted(now);
        step(id, Act.CONSULT, Basis.DECLARED, now, "BY_HEART", Map.of());
        answerOf(contact).ifPresent(message -> deliver(contact, now, Map.of("message", message.toString())));
        changed(id);
    }

    /** The topic found by listening; also the class the contact would wait in, should it return to the queue. */
    public void classify(ContactId id, String topic) {
        Contact contact = open(id);
        boolean known = Sql.on(entities, "select 1 from topic where code = :code and active")
                .set("code", topic)
                .exists();
        if (!known) {
            throw new DispositionUnknown(topic);
        }
        contact.classify(topic);
        step(id, Act.CLASSIFY, Basis.DECLARED, clock.instant(), topic, Map.of());
        changed(id);
    }

    /** A step that only the advisor can know of: competence checked, understanding confirmed, referred, known by heart. */
    public void declare(ContactId id, Act act) {
        Contact contact = open(id);
        if (act == Act.CONSULT) {
            knownByHeart(id);
            return;
        }
        if (contact.channel() == Channel.PHONE && (act == Act.DELIVER || act == Act.NOTICE)) {
            spoken(contact, act);
            return;
        }
        if (act != Act.COMPETENCE && act != Act.CONFIRM && act != Act.REFER && act != Act.GREETING) {
            throw new IllegalArgumentException(act + " is recorded by the system");
        }
        step(id, act, Basis.DECLARED, clock.instant(), null, Map.of());
        changed(id);
    }

    /** What is said on the phone only the advisor can tell of; the information counts from now, once, as elsewhere. */
    private void spoken(Contact contact, Act act) {
        contact.requireCallSaid();
        Instant now = clock.instant();
        if (act == Act.NOTICE || contact.delivered(now)) {
            step(contact.id(), act, Basis.DECLARED, now, null, Map.of());
        }
        changed(contact.id());
    }

    /** Nothing that is written reaches a citizen on the phone. */
    private static void requireWritten(Contact contact) {
        if (contact.channel() == Channel.PHONE) {
            throw new SpokenNotWritten(contact.id());
        }
    }

    /** Everything up to this message was seen. */
    public void read(ContactId id, int seq) {
        Sql.on(entities, "update contact set read_seq = :seq where id = :id and advisor = :me and read_seq < :seq")
                .set("seq", seq)
                .set("id", id)
                .set("me", staff.username())
                .update();
    }

    /** The citizen has the word; a silence that lasts frees the contact's points and ends the chat ({@link Silences}). */
    public void awaitCitizen(ContactId id) {
        Contact contact = inHand(id);
        Instant now = clock.instant();
        contacts.changed(contact, contact.awaitCitizen(now), "AWAITS_CITIZEN", actor(), now, null);
    }

    /**
     * Back to work: without waiting for the citizen any longer, or on a mail that was interrupted.
     *
     * @throws NoRoomForContact when its points were taken by others in the meantime
     */
    public void resume(ContactId id) {
        Contact contact = inHand(id);
        silences.resumed(contact, actor());
    }

    /** The conversation is over; after-call work begins. */
    public void end(ContactId id) {
        Contact contact = open(id);
        contact.requireCallSaid();
        endings.finish(contact, actor(), "ADVISOR_ENDED");
    }

    /**
     * Once, by as much again as the channel grants.
     *
     * @throws ExtensionNeedsAReason when it is null
     */
    public void extendAfterCallWork(ContactId id, ExtensionReason reason) {
        if (reason == null) {
            throw new ExtensionNeedsAReason(id);
        }
        Contact contact = mine(id);
        ChannelRule rule = ChannelRule.of(entities, contact.channel());
        contact.extendAfterCallWork(rule.acwSeconds());
        ledger.fact(id, "AFTER_CALL_WORK_EXTENDED", actor(), clock.instant(), reason.name(), Map.of());
        changed(id);
    }

    /**
     * Classifies and closes; a contact still in hand is ended by it.
     *
     * @throws DispositionUnknown when the disposition is not in the catalogue
     */
    public void close(ContactId id, String disposition) {
        Contact contact = mine(id);
        contact.requireCallSaid();
        if (contact.state().isInHand()) {
            endings.finish(contact, actor(), "ADVISOR_ENDED");
        }
        endings.close(contact, disposition, actor());
    }

    /** Someone may be in danger: the citizen gets the emergency words, a coordinator is alerted; no limit applies. */
    public void emergency(ContactId id) {
        Contact contact = mine(id);
        contact.requireInHand();
        Instant now = clock.instant();
        citizenSide.sayTemplate(contact, staff.username(), "emergencia", "emergency-" + now.toEpochMilli(), now);
        ledger.fact(id, "EMERGENCY", actor(), now, null, Map.of());
        alerts.raise("EMERGENCY", Alerts.Severity.CRITICAL, id, staff.username(), null);
        changed(id);
    }

    /**
     * One step further against abuse: first warning, second warning, then the end, of which a coordinator is told.
     *
     * @return how many warnings the citizen has had, or 3 when the contact was ended
     */
    public int abuse(ContactId id) {
        Contact contact = inHand(id);
        Instant now = clock.instant();
        int warnings = Sql.on(
                        entities, "select count(*) as n from event where contact_id = :id and code = 'ABUSE_WARNING'")
                .set("id", id)
                .first(row -> row.number("n"))
                .orElse(0);
        if (warnings < WARNINGS) {
            int next = warnings + 1;
            citizenSide.sayTemplate(contact, staff.username(), "abuso" + next, "abuse-" + next, now);
            ledger.fact(id, "ABUSE_WARNING", actor(), now, null, Map.of("warning", Integer.toString(next)));
            changed(id);
            return next;
        }
        alerts.raise("ABUSE", Alerts.Severity.WARNING, id, staff.username(), null);
        endings.finish(contact, actor(), "ABUSE");
        endings.close(contact, "ABUSE", actor());
        return WARNINGS + 1;
    }

    private void deliver(Contact contact, Instant now, Map<String, String> refs) {
        if (contact.delivered(now)) {
            step(contact.id(), Act.DELIVER, Basis.MEASURED, now, null, refs);
        }
    }

    /** The newest message of an advisor that is no greeting. */
    private Optional<UUID> answerOf(Contact contact) {
        return Sql.on(
                        entities,
                        """
                        select id from message
                        where contact_id = :id and author = 'ADVISOR' and client_id not like 'greeting-%'
                        order by seq desc limit 1
                        """)
                .set("id", contact.id())
                .first(row -> row.uuid("id"));
    }

    private void step(ContactId id, Act act, Basis basis, Instant at, String outcome, Map<String, String> refs) {
        steps.record(id, act, StepKind.END, basis, actor(), at, outcome, null, refs);
    }

    private Contact inHand(ContactId id) {
        Contact contact = open(id);
        interruptions.requireGoing(contact, actor());
        return contact;
    }

    /** Also what was interrupted: to be classified and ended it needs no points. */
    private Contact open(ContactId id) {
        Contact contact = mine(id);
        contact.requireInHand();
        return contact;
    }

    private Contact mine(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        return contact;
    }

    private Actor actor() {
        return Actor.advisor(staff.username());
    }

    private void changed(ContactId id) {
        signals.toAll(DeskSignal.Kind.CONTACT, id);
    }
}
