package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** The mails that came, each kept raw under its sender's key, and how far the mailbox was read. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class InboundMails {

    /** A second delivery of the same mail comes within this time. */
    private static final Duration REPEAT = Duration.ofDays(7);

    /** What became of a mail. */
    public enum Kind {
        NEW,
        REPLY,
        AUTOMATIC,
        BOUNCE,
        DUPLICATE,
        QUARANTINED
    }

    /**
     * What is kept of a mail beside its bytes.
     *
     * @param messageId with angle brackets, or null
     * @param contact the contact it opened or joined, or null
     * @param thread the first contact of its thread, or null
     */
    public record Fate(Kind kind, SubjectId subject, String messageId, ContactId contact, ContactId thread) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    Clock clock;

    /** Not in production before three people have signed the procedure of mails. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean mayBeTaken() {
        return !Sql.on(entities, "select 1 from procedure_to_sign where procedure_code = :procedure and blocks")
                .set("procedure", Channel.EMAIL.procedure())
                .exists();
    }

    /** The last UID taken; 0 when the mailbox was never read or has new UIDs since (RFC 3501 §2.3.1.1). */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public long lastUid(String mailbox, long uidValidity) {
        return Sql.on(
                        entities,
                        "select last_uid from mailbox_cursor where mailbox = :mailbox and uidvalidity = :validity")
                .set("mailbox", mailbox)
                .set("validity", uidValidity)
                .first(row -> row.big("last_uid"))
                .orElse(0L);
    }

    public void advance(RawMail mail) {
        Sql.on(
                        entities,
                        """
                        insert into mailbox_cursor as c (mailbox, uidvalidity, last_uid)
                        values (:mailbox, :validity, :uid)
                        on conflict (mailbox) do update set uidvalidity = excluded.uidvalidity,
                          last_uid = case when c.uidvalidity = excluded.uidvalidity
                                          then greatest(c.last_uid, excluded.last_uid) else excluded.last_uid end
                        """)
                .set("mailbox", mail.mailbox())
                .set("validity", mail.uidValidity())
                .set("uid", mail.uid())
                .update();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean isKnown(ContactId mail) {
        return Sql.on(entities, "select 1 from inbound_mail where id = :id")
                .set("id", mail)
                .exists();
    }

    /**
     * The same content under another UID: delivered twice, or fetched again after the mailbox got new UIDs. Within one
     * numbering a mail without Message-ID is never taken for a repeat: people do send the same two lines again.
     */
    public Optional<ContactId> repeated(RawMail mail, String messageId) {
        return Sql.on(
                        entities,
                        """
                        select contact_id from inbound_mail
                        where content_sha256 = :content and kind <> 'DUPLICATE' and contact_id is not null
                        and ((mailbox = :mailbox and uidvalidity <> :validity and received_at = :received)
                             or (message_id_sha256 = :messageId and received_at > :since))
                        order by fetched_at limit 1
                        """)
                .set("content", Digests.content(mail.bytes()))
                .set("mailbox", mail.mailbox())
                .set("validity", mail.uidValidity())
                .set("received", receivedAt(mail))
                .set("messageId", messageId == null ? new byte[0] : Digests.sha256(messageId))
                .set("since", receivedAt(mail).minus(REPEAT))
                .first(row -> row.contact("contact_id"));
    }

    public void add(RawMail mail, Fate fate) {
        Sql.on(
                        entities,
                        """
                        insert into inbound_mail (id, mailbox, uidvalidity, uid, kind, subject_id, raw_sealed, size_bytes,
                                                  content_sha256, message_id_sha256, message_id_sealed, contact_id,
                                                  thread_id, received_at, fetched_at)
                        values (:id, :mailbox, :validity, :uid, :kind, :subject, :raw, :size, :content,
                                cast(:messageIdHash as bytea), cast(:messageId as bytea), cast(:contact as uuid),
                                cast(:thread as uuid), :received, :fetched)
                        """)
                .set("id", mail.id())
                .set("mailbox", mail.mailbox())
                .set("validity", mail.uidValidity())
                .set("uid", mail.uid())
                .set("kind", fate.kind())
                .set("subject", fate.subject())
                .set("raw", personalData.seal(fate.subject(), mail.bytes()))
                .set("size", mail.bytes().length)
                .set("content", Digests.content(mail.bytes()))
                .set("messageIdHash", fate.messageId() == null ? null : Digests.sha256(fate.messageId()))
                .set("messageId", fate.messageId() == null ? null : personalData.seal(fate.subject(), fate.messageId()))
                .set("contact", fate.contact() == null ? null : fate.contact().toString())
                .set("thread", fate.thread() == null ? null : fate.thread().toString())
                .set("received", receivedAt(mail))
                .set("fetched", clock.instant())
                .update();
    }

    /** The Message-IDs of the contact's mails, oldest first, for the References of an answer. */
    public List<String> messageIds(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select subject_id, message_id_sealed from inbound_mail
                        where contact_id = :contact and kind in ('NEW', 'REPLY') and message_id_sealed is not null
                        order by received_at, fetched_at
                        """)
                .set("contact", contact)
                .list(row -> personalData.openText(row.subject("subject_id"), row.bytes("message_id_sealed")))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The raw mail; empty when it is unknown or its sender was erased. */
    public Optional<byte[]> raw(UUID id) {
        return Sql.on(entities, "select subject_id, raw_sealed from inbound_mail where id = :id")
                .set("id", id)
                .first(row -> personalData.open(row.subject("subject_id"), row.bytes("raw_sealed")));
    }

    /** The server's date, but never one that is still to come. */
    public Instant receivedAt(RawMail mail) {
        Instant now = clock.instant();
        return mail.receivedAt() == null || mail.receivedAt().isAfter(now) ? now : mail.receivedAt();
    }
}
