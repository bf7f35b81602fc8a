package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** The way back by mail: the answer goes to the sender only, with the advisor's own words and files, nothing quoted. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailGateway implements ChannelGateway {

    static final int MOST_COPIES = 5;

    MailSettings settings = MailSettings.fromEnvironment();

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    ContactBook contacts;

    @Inject
    MailDrafts drafts;

    @Inject
    OutboundMails outbound;

    @Override
    public boolean serves(Channel channel) {
        return channel == Channel.EMAIL;
    }

    /**
     * @throws InvalidRecipient when a copy's address is not one plain address, or there are more than five
     * @throws NoReplyAddress when the person of the contact gave no mail address
     */
    @Override
    public void deliver(ContactId contact, UUID message, List<String> cc) {
        Set<String> copies = valid(cc == null ? List.of() : cc);
        ContactBook.Standing standing =
                contacts.find(contact).orElseThrow(() -> new ContactUnknown(contact.toString()));
        OutboundDraft draft =
                drafts.to(contact, standing.folio(), "CATGEM").orElseThrow(() -> new NoReplyAddress(contact));
        copies.remove(draft.to());
        outbound.queue(draft.answering(message, textOf(contact, message), List.copyOf(copies)));
    }

    @Override
    public boolean reaches(ContactId contact) {
        return true;
    }

    /** Who answers a mail signs it. */
    @Override
    public void passedOn(ContactId contact, String occasion) {}

    /** Between mails there is no silence to speak of. */
    @Override
    public void askIfThere(ContactId contact, Duration left, String occasion) {}

    @Override
    public void silenceEnds(ContactId contact) {}

    /** A mail is written once; nobody watches a door open. */
    @Override
    public void attended(ContactId contact, String advisorName, boolean connected) {}

    /** A mail is never turned away. */
    @Override
    public void overflowed(ContactId contact) {}

    /** The answer was the good-bye. */
    @Override
    public void ended(ContactId contact) {}

    private Set<String> valid(List<String> addresses) {
        Set<String> valid = new LinkedHashSet<>();
        for (String address : addresses) {
            String plain = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
            if (!Addresses.isValid(plain) || Addresses.isOwn(settings.address(), plain)) {
                throw new InvalidRecipient();
            }
            valid.add(plain);
        }
        if (valid.size() > MOST_COPIES) {
            throw new InvalidRecipient();
        }
        return valid;
    }

    /** The message, and before the first answer what the advisor had said already, which no mail has carried. */
    private String textOf(ContactId contact, UUID message) {
        return Sql.on(
                        entities,
                        """
                        select m.subject_id, m.body_sealed from message m join message answer on answer.id = :id
                        where m.contact_id = :contact and m.author = 'ADVISOR' and m.seq <= answer.seq
                        and (m.id = answer.id or not exists (
                          select 1 from outbound_mail o where o.contact_id = :contact and o.kind = 'ANSWER'))
                        order by m.seq
                        """)
                .set("id", message)
                .set("contact", contact)
                .list(row -> personalData
                        .openText(row.subject("subject_id"), row.bytes("body_sealed"))
                        .orElseThrow())
                .stream()
                .collect(Collectors.joining("\n\n"));
    }
}
