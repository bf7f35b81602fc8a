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
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * An advisor asks inside a contact and a coordinator answers there, or speaks first. Kept apart from the conversation, so that nothing of
 * it can ever reach the citizen, and sealed under the citizen's key, since a question may say who they are.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class RaisedHands {

    static final String ALERT = "HAND_RAISED";
    static final int LONGEST = 1000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    PersonalData personalData;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Alerts alerts;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * A question with its answer, if it has one yet; a coordinator who spoke first was asked nothing.
     *
     * @param question empty when a coordinator spoke first
     * @param answeredBy name of the coordinator, or null
     * @param open whether it still waits for an answer
     */
    public record Hand(
            UUID id,
            ContactId contact,
            String folio,
            String advisorName,
            String question,
            Instant raisedAt,
            String answer,
            String answeredBy,
            Instant answeredAt,
            boolean open) {}

    /**
     * The caller asks about the contact they attend.
     *
     * @throws NotYourContact when it is not with the caller
     * @throws NothingToSend when the question is blank
     * @throws HandAlreadyUp when they have asked already and wait for the answer
     */
    @RolesAllowed(Roles.ADVISOR)
    public void raise(ContactId id, String question) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        String text = text(id, question);
        Instant now = clock.instant();
        int raised = Sql.on(
                        entities,
                        """
                        insert into raised_hand (id, contact_id, advisor, subject_id, question_sealed, raised_at)
                        values (:id, :contact, :advisor, :subject, :question, :now) on conflict do nothing
                        """)
                .set("id", UUID.randomUUID())
                .set("contact", id)
                .set("advisor", staff.username())
                .set("subject", contact.subject())
                .set("question", personalData.seal(contact.subject(), text))
                .set("now", now)
                .update();
        if (raised == 0) {
            throw new HandAlreadyUp(id);
        }
        ledger.fact(id, "HAND_RAISED", Actor.advisor(staff.username()), now, null, Map.of());
        alerts.raise(ALERT, Alerts.Severity.INFO, id, staff.username(), null);
        signals.toDesk(staff.username(), DeskSignal.Kind.CONTACT, id);
    }

    /** The caller found the answer; does nothing when it has been answered meanwhile. */
    @RolesAllowed(Roles.ADVISOR)
    public void lower(ContactId id) {
        Contact contact = contacts.locked(id);
        contact.requireWith(staff.username());
        int lowered = Sql.on(
                        entities,
                        """
                        update raised_hand set lowered_at = :now
                        where contact_id = :contact and answered_at is null and lowered_at is null
                        """)
                .set("now", clock.instant())
                .set("contact", id)
                .update();
        if (lowered > 0) {
            ledger.fact(id, "HAND_LOWERED", Actor.advisor(staff.username()), clock.instant(), null, Map.of());
            endAlert(id);
            signals.toDesk(staff.username(), DeskSignal.Kind.CONTACT, id);
        }
    }

    /** What the caller asked, or their predecessor in the contact, oldest first. */
    @RolesAllowed(Roles.ADVISOR)
    public List<Hand> of(ContactId id) {
        boolean mine = Sql.on(entities, "select 1 from contact where id = :id and advisor = :me and state <> 'OFFERED'")
                .set("id", id)
                .set("me", staff.username())
                .exists();
        return mine ? read("h.contact_id = cast(:contact as uuid)", id) : List.of();
    }

    /** Hands that are up, the longest waiting first. */
    public List<Hand> open() {
        return read("cast(:contact as uuid) is null and h.answered_at is null and h.lowered_at is null", null);
    }

    /**
     * Answers for the advisor alone to read.
     *
     * @throws NothingToSend when the answer is blank
     * @throws HandGone when it was answered or lowered meanwhile
     */
    public void answer(UUID hand, String answer) {
        Instant now = clock.instant();
        Hand asked = read("h.id = cast(:contact as uuid)", new ContactId(hand)).stream()
                .filter(Hand::open)
                .findFirst()
                .orElseThrow(() -> new HandGone(hand));
        String text = text(asked.contact(), answer);
        SubjectId subject = contacts.locked(asked.contact()).subject();
        int answered = Sql.on(
                        entities,
                        """
                        update raised_hand set answered_by = :me, answer_sealed = :answer, answered_at = :now
                        where id = :id and answered_at is null and lowered_at is null
                        """)
                .set("me", staff.username())
                .set("answer", personalData.seal(subject, text))
                .set("now", now)
                .set("id", hand)
                .update();
        if (answered == 0) {
            throw new HandGone(hand);
        }
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        ledger.fact(
                asked.contact(),
                "HAND_ANSWERED",
                new Actor(staff.username(), role, Source.SCREEN),
                now,
                null,
                Map.of());
        endAlert(asked.contact());
        signals.toAll(DeskSignal.Kind.CONTACT, asked.contact());
    }

    /** What advisor and coordinators told each other inside the contact, oldest first. */
    public List<Hand> exchanged(ContactId id) {
        return read("h.contact_id = cast(:contact as uuid)", id);
    }

    /**
     * Tells who attends the contact something that they alone read, without having been asked; a question that waits is
     * answered by it.
     *
     * @throws NothingToSend when there are no words
     * @throws ContactNotInState when nobody attends it any more
     */
    public void coach(Folio folio, String words) {
        Contact contact = contacts.locked(folio);
        contact.requireInHand();
        String text = text(contact.id(), words);
        Optional<UUID> up = Sql.on(
                        entities,
                        "select id from raised_hand where contact_id = :id and answered_at is null and lowered_at is null")
                .set("id", contact.id())
                .first(row -> row.uuid("id"));
        if (up.isPresent()) {
            answer(up.get(), words);
            return;
        }
        Instant now = clock.instant();
        Sql.on(
                        entities,
                        """
                        insert into raised_hand (id, contact_id, advisor, subject_id, raised_at, answered_by,
                                                 answer_sealed, answered_at)
                        values (:id, :contact, :advisor, :subject, :now, :me, :words, :now)
                        """)
                .set("id", UUID.randomUUID())
                .set("contact", contact.id())
                .set("advisor", contact.advisor())
                .set("subject", contact.subject())
                .set("now", now)
                .set("me", staff.username())
                .set("words", personalData.seal(contact.subject(), text))
                .update();
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        ledger.fact(contact.id(), "COACHED", new Actor(staff.username(), role, Source.SCREEN), now, null, Map.of());
        signals.toDesk(contact.advisor(), DeskSignal.Kind.CONTACT, contact.id());
    }

    private List<Hand> read(String condition, ContactId id) {
        return Sql.on(
                        entities,
                        """
                        select h.id, h.contact_id, c.folio, u.display_name, h.subject_id, h.question_sealed, h.raised_at,
                               h.answer_sealed, a.display_name as answered_name, h.answered_at,
                               h.answered_at is null and h.lowered_at is null and c.closed_at is null as open
                        from raised_hand h join contact c on c.id = h.contact_id
                        join app_user u on u.username = h.advisor left join app_user a on a.username = h.answered_by
                        where h.lowered_at is null and
                        """
                                + condition + " order by h.raised_at")
                .set("contact", id == null ? null : id.toString())
                .list(row -> new Hand(
                        row.uuid("id"),
                        row.contact("contact_id"),
                        row.text("folio"),
                        row.text("display_name"),
                        opened(row, "question_sealed"),
                        row.instant("raised_at"),
                        opened(row, "answer_sealed"),
                        row.text("answered_name"),
                        row.instant("answered_at"),
                        row.flag("open")))
                .stream()
                .filter(hand -> id != null || hand.open())
                .toList();
    }

    private String opened(Sql.Row row, String column) {
        return personalData
                .openText(row.subject("subject_id"), row.bytes(column))
                .orElse("");
    }

    private void endAlert(ContactId id) {
        Sql.on(
                        entities,
                        "update alert set ended_at = :now where kind = :kind and contact_id = :id and ended_at is null")
                .set("now", clock.instant())
                .set("kind", ALERT)
                .set("id", id)
                .update();
        signals.toAll(DeskSignal.Kind.ALERT, id);
    }

    private static String text(ContactId contact, String text) {
        if (text == null || text.isBlank()) {
            throw new NothingToSend(contact);
        }
        return text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
    }
}
