package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Files that came or went with a message, sealed like its text. Type and size are checked before they come here. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Attachments {

    /** A file to keep; without a message it belongs to an answer not sent yet. The media type is the one found in its content, never the one claimed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    public record NewAttachment(
            UUID id,
            ContactId contact,
            UUID message,
            String name,
            String mediaType,
            byte[] content,
            String inlineCid,
            Instant at) {}

    /** A file as read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    public record Content(ContactId contact, String name, String mediaType, byte[] bytes, boolean sensitive) {}

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    public void add(NewAttachment file) {
        SubjectId subject = Sql.on(entities, "select subject_id from arrival where contact_id = :contact")
                .set("contact", file.contact().value())
                .first(row -> row.subject("subject_id"))
                .orElseThrow(() -> new ContactUnknown(file.contact().toString()));
        Sql.on(
                        entities,
                        """
                        insert into attachment (id, contact_id, message_id, subject_id, name_sealed, media_type, size_bytes,
                                                content_sealed, sha256, inline_cid, draft, at)
                        values (:id, :contact, cast(:message as uuid), :subject, :name, :type, :size, :content, :sha, :cid, :draft, :at)
                        on conflict do nothing
                        """)
                .set("id", file.id())
                .set("contact", file.contact().value())
                .set("message", file.message() == null ? null : file.message().toString())
                .set("draft", file.message() == null)
                .set("subject", subject.value())
                .set("name", personalData.seal(subject, file.name()))
                .set("type", file.mediaType())
                .set("size", file.content().length)
                .set("content", personalData.seal(subject, file.content()))
                .set("sha", Sha256.of(file.content()))
                .set("cid", file.inlineCid())
                .set("at", file.at())
                .update();
    }

    /** The files of the answer that is being written, oldest first. */
    public List<ConversationMessage.AttachmentLine> drafted(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select id, subject_id, name_sealed, media_type, size_bytes from attachment
                        where contact_id = :contact and draft order by at, id
                        """)
                .set("contact", contact)
                .list(row -> new ConversationMessage.AttachmentLine(
                        row.uuid("id"),
                        personalData
                                .openText(row.subject("subject_id"), row.bytes("name_sealed"))
                                .orElse("?"),
                        row.text("media_type"),
                        row.number("size_bytes"),
                        false));
    }

    /** The answer goes out, and its files with it. */
    public void send(ContactId contact, UUID message, Instant at) {
        Sql.on(
                        entities,
                        """
                        update attachment set message_id = :message, draft = false, at = :at
                        where contact_id = :contact and draft
                        """)
                .set("message", message)
                .set("at", at)
                .set("contact", contact)
                .update();
    }

    /** Takes a file out of the answer; one that was sent stays. */
    public void removeDrafted(ContactId contact, UUID file) {
        Sql.on(entities, "delete from attachment where contact_id = :contact and id = :file and draft")
                .set("contact", contact)
                .set("file", file)
                .update();
    }

    public Optional<Content> find(UUID id) {
        return Sql.on(
                        entities,
                        """
                        select contact_id, subject_id, name_sealed, media_type, content_sealed, sensitive
                        from attachment where id = :id
                        """)
                .set("id", id)
                .first(row -> {
                    SubjectId subject = row.subject("subject_id");
                    return new Content(
                            row.contact("contact_id"),
                            personalData
                                    .openText(subject, row.bytes("name_sealed"))
                                    .orElse("?"),
                            row.text("media_type"),
                            personalData.open(subject, row.bytes("content_sealed")),
                            row.flag("sensitive"));
                });
    }
}
