package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * Finds the contact that a mail goes on with. A Message-ID of ours cannot be guessed, so it proves the thread even
 * under another sender; a folio can be overheard, so a plus-address or a subject token counts only for the person whose
 * contact it is.
 */
@ApplicationScoped
public class MailThreads {

    private static final Pattern TOKEN = Pattern.compile("\\[\\s*([0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z])\\s*]");

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Correspondents correspondents;

    @Inject
    ContactBook contacts;

    /**
     * @param latest the newest contact of this sender in the thread, or the one the mail answers
     * @param first the contact that began the thread
     * @param sameSender whether the mail comes from the person of that contact
     */
    public record Found(ContactId latest, ContactId first, boolean sameSender) {}

    public Optional<Found> of(ParsedMail mail, SubjectId sender, String ownAddress) {
        return byOwnMessage(mail)
                .or(() -> byCitizensMessage(mail, sender))
                .or(() -> byFolio(mail, sender, ownAddress))
                .map(contact -> latest(contact, mail, sender));
    }

    private Optional<ContactId> byOwnMessage(ParsedMail mail) {
        return mail.answered().stream()
                .filter(id -> OwnMessageId.PATTERN.matcher(id).matches())
                .flatMap(id -> Sql.on(entities, "select contact_id from outbound_mail where message_id = :id")
                        .set("id", id)
                        .first(row -> row.contact("contact_id"))
                        .stream())
                .findFirst();
    }

    /** People add to what they sent before they have an answer: the mail refers to their own. */
    private Optional<ContactId> byCitizensMessage(ParsedMail mail, SubjectId sender) {
        return mail.answered().stream()
                .flatMap(id -> Sql.on(
                        entities,
                        """
                                select contact_id from inbound_mail
                                where message_id_sha256 = :id and subject_id = :sender and contact_id is not null
                                order by received_at desc limit 1
                                """)
                        .set("id", Digests.sha256(id))
                        .set("sender", sender)
                        .first(row -> row.contact("contact_id"))
                        .stream())
                .findFirst();
    }

    private Optional<ContactId> byFolio(ParsedMail mail, SubjectId sender, String ownAddress) {
        return mail.recipients().stream()
                .flatMap(address -> Addresses.folio(ownAddress, address).stream())
                .findFirst()
                .or(() -> token(mail.subject()))
                .flatMap(contacts::find)
                .map(ContactBook.Standing::contact)
                .filter(contact -> correspondents.isSame(sender, mail.sender(), contact));
    }

    private static Optional<Folio> token(String subject) {
        Matcher token = TOKEN.matcher(subject);
        return token.find() ? Addresses.parse(token.group(1)) : Optional.empty();
    }

    private Found latest(ContactId contact, ParsedMail mail, SubjectId sender) {
        ContactId first = Sql.on(
                        entities,
                        """
                        select thread_id from inbound_mail
                        where contact_id = :contact and thread_id is not null order by fetched_at limit 1
                        """)
                .set("contact", contact)
                .first(row -> row.contact("thread_id"))
                .orElse(contact);
        Optional<ContactId> newest = Sql.on(
                        entities,
                        """
                        select contact_id from inbound_mail
                        where thread_id = :thread and subject_id = :sender and kind = 'NEW'
                        order by received_at desc, fetched_at desc limit 1
                        """)
                .set("thread", first)
                .set("sender", sender)
                .first(row -> row.contact("contact_id"));
        return newest.map(own -> new Found(own, first, true))
                .orElseGet(() -> new Found(contact, first, correspondents.isSame(sender, mail.sender(), contact)));
    }
}
