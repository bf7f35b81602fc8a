package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.AnswerAccepted;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.NoticePresented;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * The mails of ours: a row in the business transaction, sent after it at least once, under a Message-ID given at birth,
 * so that a second attempt is recognisably the same mail and a bounce finds it.
 */
@Stateless
@PermitAll
public class OutboundMails {

    static final String FAILED_ALERT = "MAIL_NOT_DELIVERED";

    private static final Duration GIVE_UP = Duration.ofDays(3);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    /** Why a mail leaves. */
    public enum Kind {
        ACKNOWLEDGEMENT,
        ANSWER,
        TRANSCRIPT,
        SURVEY,
        /** To the control body, and about no contact. */
        CHECKPOINT
    }

    /** A mail of ours that a bounce speaks of. */
    public record Sent(UUID id, ContactId contact) {}

    private record Row(UUID id, Kind kind, ContactId contact, String notice, Instant createdAt, int attempts) {}

    MailSettings settings = MailSettings.fromEnvironment();

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    Attachments attachments;

    @Inject
    Alerts alerts;

    @Inject
    Event<NoticePresented> noticePresented;

    @Inject
    Event<AnswerAccepted> answerAccepted;

    @Inject
    Clock clock;

    public UUID queue(OutboundDraft draft) {
        UUID id = UUID.randomUUID();
        SubjectId subject = draft.subject();
        Instant now = clock.instant();
        Sql.on(
                        entities,
                        """
                        insert into outbound_mail (id, message_id, kind, contact_id, message_ref, subject_id, to_sealed,
                                                   cc_sealed, title_sealed, body_sealed, references_sealed, reply_to,
                                                   notice_version, next_attempt_at, created_at)
                        values (:id, :messageId, :kind, cast(:contact as uuid), cast(:message as uuid), :subject, :to,
                                cast(:cc as bytea), :title, :body, cast(:references as bytea), :replyTo, :notice,
                                :now, :now)
                        """)
                .set("id", id)
                .set("messageId", OwnMessageId.of(id, settings.address()))
                .set("kind", draft.kind())
                .set("contact", draft.contact() == null ? null : draft.contact().toString())
                .set("message", draft.message() == null ? null : draft.message().toString())
                .set("subject", subject)
                .set("to", personalData.seal(subject, draft.to()))
                .set("cc", sealedLines(subject, draft.cc()))
                .set("title", personalData.seal(subject, draft.title()))
                .set("body", personalData.seal(subject, draft.body()))
                .set("references", sealedLines(subject, draft.references()))
                .set("replyTo", draft.replyTo())
                .set("notice", draft.noticeVersion())
                .set("now", now)
                .update();
        return id;
    }

    /** What is to be tried now, oldest first. */
    public List<UUID> due(int limit) {
        return Sql.on(
                        entities,
                        """
                        select id from outbound_mail where state = 'QUEUED' and next_attempt_at <= :now
                        order by next_attempt_at, created_at limit :limit
                        """)
                .set("now", clock.instant())
                .set("limit", limit)
                .list(row -> row.uuid("id"));
    }

    /** When the mail that should have left first was due; empty when none waits. */
    public Optional<Instant> oldestDue() {
        return Sql.on(entities, "select min(next_attempt_at) as due from outbound_mail where state = 'QUEUED'")
                .first(row -> Optional.ofNullable(row.instant("due")))
                .flatMap(due -> due);
    }

    /** Empty when it is no longer to be sent, or when the person was erased since. */
    public Optional<OutgoingMail> load(UUID id) {
        return Sql.on(
                        entities,
                        """
                        select kind, message_id, contact_id, message_ref, subject_id, to_sealed, cc_sealed, title_sealed,
                               body_sealed, references_sealed, reply_to
                        from outbound_mail where id = :id and state = 'QUEUED'
                        """)
                .set("id", id)
                .first(this::read)
                .flatMap(mail -> mail);
    }

    /** Notes what the server said to an attempt. */
    public void note(UUID id, SendOutcome outcome) {
        Optional<Row> row = Sql.on(
                        entities,
                        """
                        select kind, contact_id, notice_version, created_at, attempts from outbound_mail
                        where id = :id and state = 'QUEUED' for update
                        """)
                .set("id", id)
                .first(found -> new Row(
                        id,
                        found.constant("kind", Kind.class),
                        contact(found),
                        found.text("notice_version"),
                        found.instant("created_at"),
                        found.number("attempts")));
        row.ifPresent(mail -> {
            switch (outcome.verdict()) {
                case ACCEPTED -> accepted(mail, outcome.reply());
                case REFUSED -> failed(mail, outcome.reply());
                case DEFERRED -> deferred(mail, outcome.reply());
                case AWAY -> {
                    // Nothing was tried with this mail; the sender itself waits.
                }
            }
        });
    }

    private static ContactId contact(Sql.Row row) {
        UUID contact = row.uuid("contact_id");
        return contact == null ? null : new ContactId(contact);
    }

    /** A mail of ours about a contact. */
    public Optional<Sent> sentAs(String messageId) {
        return Sql.on(
                        entities,
                        """
                        select id, contact_id from outbound_mail
                        where message_id = :messageId and contact_id is not null
                        """)
                .set("messageId", messageId)
                .first(row -> new Sent(row.uuid("id"), row.contact("contact_id")));
    }

    /** @return false when it was known before */
    public boolean bounced(UUID id, String status) {
        return Sql.on(
                                entities,
                                """
                                update outbound_mail set state = 'BOUNCED', last_reply = :status, ended_at = :now
                                where id = :id and state <> 'BOUNCED'
                                """)
                        .set("status", status)
                        .set("now", clock.instant())
                        .set("id", id)
                        .update()
                > 0;
    }

    private void accepted(Row mail, String reply) {
        boolean first = mail.kind() == Kind.ANSWER && !isAnswered(mail.contact());
        move(mail.id(), "SENT", mail.attempts() + 1, reply, clock.instant());
        if (mail.notice() != null) {
            noticePresented.fire(new NoticePresented(mail.contact(), mail.notice(), "MAIL"));
        }
        if (first) {
            answerAccepted.fire(new AnswerAccepted(mail.contact(), clock.instant()));
        }
    }

    private boolean isAnswered(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select 1 from outbound_mail where contact_id = :contact and kind = 'ANSWER' and sent_at is not null
                        """)
                .set("contact", contact)
                .exists();
    }

    private void failed(Row mail, String reply) {
        move(mail.id(), "FAILED", mail.attempts() + 1, reply, clock.instant());
        alerts.raise(FAILED_ALERT, Alerts.Severity.WARNING, mail.contact(), null, reply);
    }

    private void deferred(Row mail, String reply) {
        if (mail.createdAt().plus(GIVE_UP).isBefore(clock.instant())) {
            failed(mail, reply);
            return;
        }
        Duration pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1));
        move(mail.id(), "QUEUED", mail.attempts() + 1, reply, clock.instant().plus(pause));
    }

    private void move(UUID id, String state, int attempts, String reply, Instant at) {
        Sql.on(
                        entities,
                        """
                        update outbound_mail set state = :state, attempts = :attempts, last_reply = :reply,
                          next_attempt_at = case when :state = 'QUEUED' then cast(:at as timestamptz) else next_attempt_at end,
                          sent_at = case when :state = 'SENT' then cast(:at as timestamptz) else sent_at end,
                          ended_at = case when :state = 'QUEUED' then null else cast(:at as timestamptz) end
                        where id = :id
                        """)
                .set("state", state)
                .set("attempts", attempts)
                .set("reply", reply)
                .set("at", at)
                .set("id", id)
                .update();
    }

    private Optional<OutgoingMail> read(Sql.Row row) {
        SubjectId subject = row.subject("subject_id");
        return personalData
                .openText(subject, row.bytes("to_sealed"))
                .map(to -> new OutgoingMail(
                        row.constant("kind", Kind.class),
                        row.text("message_id"),
                        to,
                        lines(subject, row.bytes("cc_sealed")),
                        personalData
                                .openText(subject, row.bytes("title_sealed"))
                                .orElse(""),
                        personalData.openText(subject, row.bytes("body_sealed")).orElse(""),
                        lines(subject, row.bytes("references_sealed")),
                        row.text("reply_to"),
                        files(row.uuid("message_ref"))));
    }

    private List<Attachments.Content> files(UUID message) {
        if (message == null) {
            return List.of();
        }
        return Sql.on(entities, "select id from attachment where message_id = :message order by at, id")
                .set("message", message)
                .list(row -> attachments.find(row.uuid("id")))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private byte[] sealedLines(SubjectId subject, List<String> lines) {
        return lines.isEmpty() ? null : personalData.seal(subject, String.join("\n", lines));
    }

    private List<String> lines(SubjectId subject, byte[] sealed) {
        return personalData
                .openText(subject, sealed)
                .map(text -> Arrays.asList(text.split("\n")))
                .orElse(List.of());
    }
}
