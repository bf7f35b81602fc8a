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
import java.util.UUID;
import mx.gob.edomex.catgem.contact.Colleagues.Colleague;
import mx.gob.edomex.catgem.contact.TransferTopics.TopicChoice;
import mx.gob.edomex.catgem.contact.WarmTransfers.End;
import mx.gob.edomex.catgem.contact.WarmTransfers.Live;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Transfers of a contact in the caller's hands (step 10 of the procedures): cold, to a topic or to a colleague, whom it
 * leaves the caller for at once; or warm, where a colleague is asked in first and the contact stays with the caller
 * until both agree. Whatever fails, it is with the caller or waits in the line with its age, draft and note.
 */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class Transfers {

    /** In the ledger; also why the leg ended. */
    static final String CODE = "TRANSFERRED";

    /** Reason of the step: an agency gets nothing by it, so that it is no referral. */
    static final String STEP_REASON = "TRANSFER";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Relay relay;

    @Inject
    Handovers handovers;

    @Inject
    WarmTransfers warmTransfers;

    @Inject
    TransferTopics topics;

    @Inject
    Colleagues colleagues;

    @Inject
    ContactNotes notes;

    @Inject
    CitizenSide citizenSide;

    @Inject
    StepRecorder steps;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** The topics the contact could go on under, by name. */
    public List<TopicChoice> topics(ContactId id, Language reader) {
        return topics.of(looked(id), reader);
    }

    /** The colleagues it could go to, those who can be asked first. */
    public List<Colleague> colleagues(ContactId id) {
        looked(id);
        return colleagues.of(id, staff.username());
    }

    /**
     * The contact waits again under the topic, with its age; the caller is not asked again.
     *
     * @param note for the next one, or null
     * @throws TopicUnknown when the topic is not in the catalogue, or no longer
     * @throws TopicNotServed when nobody else has the skills for it
     */
    public void toTopic(ContactId id, String topic, String note) {
        Contact contact = givable(id);
        TopicChoice choice = topics.of(contact, topic).orElseThrow(() -> new TopicUnknown(topic));
        if (!choice.served()) {
            throw new TopicNotServed(topic);
        }
        Instant now = clock.instant();
        String me = staff.username();
        UUID written = note == null || note.isBlank() ? null : notes.add(contact, me, note, now);
        handovers.given(id, me, null, written, now);
        referred(contact, "topic", topic, now);
        relay.toTheLine(contact, topic, CODE, now);
        citizenSide.passedOn(contact);
    }

    /**
     * The contact rings at the colleague's desk; refused or missed it waits in the line, with age and note, and neither
     * of the two is asked again.
     *
     * @throws TransferNeedsANote when there is none
     * @throws TransferToOneself when the colleague is the caller
     * @throws TransferToNobody when no advisor has that name
     * @throws ReceiverNotAvailable when the colleague is away, full, busy with an offer or without the skills
     */
    public void toAdvisor(ContactId id, String to, String note) {
        Contact contact = givable(id);
        requireAble(contact, to);
        Instant now = clock.instant();
        String me = staff.username();
        handovers.addressed(id, me, to, note(contact, to, note, now), now);
        referred(contact, "to", to, now);
        relay.offerTo(contact, to, CODE, now);
        citizenSide.passedOn(contact);
    }

    /** Asks the colleague in; the contact and its points stay with the caller. Refused as {@link #toAdvisor}. */
    public void ask(ContactId id, String to, String note) {
        Contact contact = givable(id);
        requireAble(contact, to);
        ChannelRule rule = ChannelRule.of(entities, contact.channel());
        UUID written = note(contact, to, note, clock.instant());
        warmTransfers.ask(contact, to, written, contacts.leg(contact).points(), rule.offerSeconds());
    }

    /**
     * The colleague who was asked in goes on; the caller has no after-call work of it.
     *
     * @throws ColleagueNotThere when they have not joined, or their desk is away
     */
    public void complete(ContactId id) {
        Contact contact = inHand(id);
        Live live = live(id);
        boolean there = Sql.on(
                        entities, "select 1 from advisor where username = :to and presence not in ('OFFLINE', 'GRACE')")
                .set("to", live.to())
                .exists();
        if (!live.joined() || !there) {
            throw new ColleagueNotThere(live.to());
        }
        Instant now = clock.instant();
        warmTransfers.complete(live);
        handovers.given(id, staff.username(), live.to(), live.note(), now);
        referred(contact, "to", live.to(), now);
        relay.toJoined(contact, live, CODE, now);
        citizenSide.passedOn(contact);
    }

    /** The caller keeps the contact after all. */
    public void takeBack(ContactId id) {
        inHand(id);
        warmTransfers.end(live(id), End.TAKEN_BACK, Actor.advisor(staff.username()));
    }

    private void referred(Contact contact, String name, String value, Instant now) {
        Actor actor = Actor.advisor(staff.username());
        steps.record(
                contact.id(),
                Act.REFER,
                StepKind.END,
                Basis.MEASURED,
                actor,
                now,
                null,
                STEP_REASON,
                Map.of(name, value));
    }

    private void requireAble(Contact contact, String to) {
        if (to == null || to.isBlank()) {
            throw new TransferToNobody("named");
        }
        if (to.equals(staff.username())) {
            throw new TransferToOneself(to);
        }
        if (!Sql.on(entities, "select 1 from advisor where username = :to")
                .set("to", to)
                .exists()) {
            throw new TransferToNobody(to);
        }
        if (colleagues.of(contact.id(), staff.username()).stream()
                .noneMatch(one -> one.username().equals(to) && one.canBeAsked())) {
            throw new ReceiverNotAvailable(to);
        }
    }

    private UUID note(Contact contact, String to, String note, Instant now) {
        if (note == null || note.isBlank()) {
            throw new TransferNeedsANote(to);
        }
        return notes.add(contact, staff.username(), note, now);
    }

    private Live live(ContactId id) {
        return warmTransfers.live(id).orElseThrow(() -> new NoTransferUnderWay(id.toString()));
    }

    private Contact givable(ContactId id) {
        Contact contact = inHand(id);
        if (warmTransfers.live(id).isPresent()) {
            throw new TransferUnderWay(id.toString());
        }
        return contact;
    }

    private Contact inHand(ContactId id) {
        Contact contact = mine(id);
        contact.requireInHand();
        return contact;
    }

    /** Without a lock: nobody waits for who looks at the choices, and the transfer itself asks again. */
    private Contact looked(ContactId id) {
        Contact contact = contacts.read(id);
        contact.requireWith(staff.username());
        return contact;
    }

    private Contact mine(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        return contact;
    }
}
