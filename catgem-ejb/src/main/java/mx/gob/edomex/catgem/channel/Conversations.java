package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * The conversation of a contact on any written channel: ordered without gaps, each message once, every body sealed
 * under the contact's subject. Who may read it is decided by the services that call it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Conversations {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    Event<MessageAppended> appended;

    @Inject
    Signals signals;

    /**
     * Adds the message, or finds that the same client id was added before.
     *
     * @return its position, or empty when it is a repeat
     */
    public OptionalInt append(NewMessage message) {
        SubjectId subject = lockedSubject(message.contact());
        OptionalInt added = Sql.on(
                        entities,
                        """
                        insert into message (id, contact_id, seq, author, staff, client_id, subject_id, body_sealed,
                                             html_sealed, at)
                        select :id, :contact, coalesce(max(m.seq), 0) + 1, :author, :staff, :client, :subject, :body,
                               cast(:html as bytea), :at
                        from message m where m.contact_id = :contact
                        on conflict (contact_id, client_id) do nothing
                        returning seq
                        """)
                .set("id", message.id())
                .set("contact", message.contact().value())
                .set("author", message.author().name())
                .set("staff", message.staff())
                .set("client", message.clientId())
                .set("subject", subject.value())
                .set("body", personalData.seal(subject, message.text()))
                .set("html", message.html() == null ? null : personalData.seal(subject, message.html()))
                .set("at", message.at())
                .first(row -> OptionalInt.of(row.number("seq")))
                .orElse(OptionalInt.empty());
        added.ifPresent(seq -> announce(message, seq));
        return added;
    }

    private void announce(NewMessage message, int seq) {
        appended.fire(new MessageAppended(
                message.contact(), message.id(), seq, message.author(), message.staff(), message.at()));
        signals.toAll(DeskSignal.Kind.MESSAGE, message.contact());
    }

    /** The messages after a position, in order. Sensitive ones come with their text: the caller masks for its reader. */
    public List<ConversationMessage> after(ContactId contact, int seq) {
        Map<UUID, List<ConversationMessage.AttachmentLine>> attachments = attachments(contact);
        Map<UUID, List<ConversationMessage.Passage>> covered = covered(contact);
        return Sql.on(
                        entities,
                        """
                        select m.id, m.seq, m.author, m.staff, u.display_name, m.client_id, m.subject_id, m.body_sealed,
                               m.html_sealed, m.sensitive, m.at
                        from message m left join app_user u on u.username = m.staff
                        where m.contact_id = :contact and m.seq > :seq order by m.seq
                        """)
                .set("contact", contact.value())
                .set("seq", seq)
                .list(row -> read(row, attachments, covered));
    }

    public List<ConversationMessage> all(ContactId contact) {
        return after(contact, 0);
    }

    private ConversationMessage read(
            Sql.Row row,
            Map<UUID, List<ConversationMessage.AttachmentLine>> attachments,
            Map<UUID, List<ConversationMessage.Passage>> covered) {
        SubjectId subject = row.subject("subject_id");
        return new ConversationMessage(
                row.uuid("id"),
                row.number("seq"),
                row.constant("author", Author.class),
                row.text("staff"),
                row.text("display_name"),
                row.text("client_id"),
                personalData.openText(subject, row.bytes("body_sealed")).orElse(""),
                personalData.openText(subject, row.bytes("html_sealed")).orElse(null),
                row.flag("sensitive"),
                row.instant("at"),
                attachments.getOrDefault(row.uuid("id"), List.of()),
                covered.getOrDefault(row.uuid("id"), List.of()));
    }

    private Map<UUID, List<ConversationMessage.Passage>> covered(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select p.message_id, p.starts, p.length
                        from sensitive_passage p join message m on m.id = p.message_id
                        where m.contact_id = :contact
                        """)
                .set("contact", contact.value())
                .list(row -> Map.entry(
                        row.uuid("message_id"),
                        new ConversationMessage.Passage(row.number("starts"), row.number("length"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<UUID, List<ConversationMessage.AttachmentLine>> attachments(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        select id, message_id, subject_id, name_sealed, media_type, size_bytes, sensitive
                        from attachment where contact_id = :contact and message_id is not null order by at, id
                        """)
                .set("contact", contact.value())
                .list(row -> Map.entry(
                        row.uuid("message_id"),
                        new ConversationMessage.AttachmentLine(
                                row.uuid("id"),
                                personalData
                                        .openText(row.subject("subject_id"), row.bytes("name_sealed"))
                                        .orElse("?"),
                                row.text("media_type"),
                                row.number("size_bytes"),
                                row.flag("sensitive"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Locking the arrival puts parallel messages of one contact in a line, so that positions have no gap. */
    private SubjectId lockedSubject(ContactId contact) {
        return Sql.on(entities, "select subject_id from arrival where contact_id = :contact for no key update")
                .set("contact", contact.value())
                .first(row -> row.subject("subject_id"))
                .orElseThrow(() -> new ContactUnknown(contact.toString()));
    }
}
