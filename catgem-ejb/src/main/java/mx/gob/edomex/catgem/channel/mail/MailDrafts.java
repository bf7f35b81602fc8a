package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Sql;

/** Addresses a mail of ours within its thread: to the sender only, with the folio in subject and return address. */
@ApplicationScoped
public class MailDrafts {

    MailSettings settings = MailSettings.fromEnvironment();

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Correspondents correspondents;

    @Inject
    InboundMails mails;

    @Inject
    PersonalData personalData;

    /**
     * @param titleIfNone subject when the contact has none
     * @return empty when the person of the contact has no mail address
     */
    public Optional<OutboundDraft> to(ContactId contact, Folio folio, String titleIfNone) {
        return correspondents
                .addressOf(contact)
                .filter(Addresses::isValid)
                .map(address -> new OutboundDraft(
                        OutboundMails.Kind.ANSWER,
                        contact,
                        null,
                        correspondents.of(contact),
                        address,
                        List.of(),
                        title(contact, titleIfNone) + " [" + folio + "]",
                        "",
                        mails.messageIds(contact),
                        Addresses.plus(settings.address(), folio),
                        null));
    }

    private String title(ContactId contact, String titleIfNone) {
        boolean answers = Sql.on(
                        entities, "select 1 from arrival where contact_id = :contact and direction = 'INBOUND'")
                .set("contact", contact)
                .exists();
        String asked = Sql.on(entities, "select subject_id, title_sealed from arrival where contact_id = :contact")
                .set("contact", contact)
                .first(row -> personalData.openText(row.subject("subject_id"), row.bytes("title_sealed")))
                .flatMap(title -> title)
                .orElse(titleIfNone);
        String plain = CleanText.line(asked).replaceAll("(?i)^((re|rv|fw|fwd)\\s*:\\s*)+", "");
        return (answers ? "Re: " : "") + plain.replaceAll("\\s*\\[[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]]\\s*$", "");
    }
}
