package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * Takes one mail in one transaction: the row that makes it come once, the raw bytes, and what the mail is: a new
 * contact, a message of an open one, a new contact on the matter of a closed one, a bounce, or a case for quarantine.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailIntake {

    static final String ENTRY_POINT = "MAIL_CATGEM";

    MailSettings settings = MailSettings.fromEnvironment();

    @Inject
    InboundMails mails;

    @Inject
    Quarantine quarantine;

    @Inject
    Correspondents correspondents;

    @Inject
    MailThreads threads;

    @Inject
    Bounces bounces;

    @Inject
    MailFiling filing;

    @Inject
    Acknowledgements acknowledgements;

    @Inject
    Arrivals arrivals;

    @Inject
    ContactBook contacts;

    /** @return what became of it, or empty when it was taken before */
    public Optional<InboundMails.Kind> take(RawMail mail) {
        mails.advance(mail);
        if (mails.isKnown(mail.contact())) {
            return Optional.empty();
        }
        try {
            if (mail.trouble() != null) {
                throw new MailUnreadable(mail.trouble());
            }
            return Optional.of(sort(mail, new MailParser(settings.address()).parse(mail.bytes())));
        } catch (MailUnreadable e) {
            return Optional.of(quarantine.hold(mail, e.reason()));
        }
    }

    /** For a mail whose taking failed again and again: it is shown as it is and the next one gets its turn. */
    public void hold(RawMail mail, QuarantineReason reason) {
        mails.advance(mail);
        if (!mails.isKnown(mail.contact())) {
            quarantine.hold(mail, reason);
        }
    }

    private InboundMails.Kind sort(RawMail mail, ParsedMail parsed) {
        if (parsed.nature() == MailNature.BOUNCE) {
            return bounces.take(mail, parsed).orElseGet(() -> quarantine.hold(mail, QuarantineReason.UNKNOWN_BOUNCE));
        }
        if (parsed.nature() == MailNature.OWN) {
            return quarantine.hold(mail, QuarantineReason.OWN_ADDRESS);
        }
        SubjectId sender = correspondents.writingFrom(parsed.sender(), parsed.senderName());
        Optional<ContactId> repeated = mails.repeated(mail, parsed.messageId());
        if (repeated.isPresent()) {
            return add(mail, parsed, InboundMails.Kind.DUPLICATE, sender, repeated.get(), null);
        }
        return threads.of(parsed, sender, settings.address())
                .map(thread -> continued(mail, parsed, sender, thread))
                .orElseGet(() -> begun(mail, parsed, sender));
    }

    private InboundMails.Kind begun(RawMail mail, ParsedMail parsed, SubjectId sender) {
        open(mail, parsed, sender, null, null);
        if (parsed.nature() == MailNature.PERSONAL) {
            acknowledgements.owe(mail.contact(), sender, parsed.language());
        } else {
            acknowledgements.suppress(
                    mail.contact(), sender, parsed.language(), parsed.nature().name());
        }
        return add(mail, parsed, InboundMails.Kind.NEW, sender, mail.contact(), mail.contact());
    }

    private InboundMails.Kind continued(RawMail mail, ParsedMail parsed, SubjectId sender, MailThreads.Found thread) {
        if (parsed.nature() == MailNature.AUTOMATIC) {
            // Shown where it belongs, but not the citizen's word: it neither reopens nor is it answered.
            filing.file(mail.id(), parsed, thread.latest(), Author.SYSTEM, mails.receivedAt(mail));
            return add(mail, parsed, InboundMails.Kind.AUTOMATIC, sender, thread.latest(), thread.first());
        }
        correspondents.hold(thread.latest());
        Optional<ContactBook.Standing> standing = contacts.find(thread.latest());
        boolean open = standing.map(ContactBook.Standing::open).orElse(true);
        if (open && thread.sameSender()) {
            filing.file(mail.id(), parsed, thread.latest(), Author.CITIZEN, mails.receivedAt(mail));
            return add(mail, parsed, InboundMails.Kind.REPLY, sender, thread.latest(), thread.first());
        }
        MatterId matter = standing.map(ContactBook.Standing::matter).orElse(null);
        // A third person gets a contact of their own: no answer to them may go to the first one, nor the reverse.
        String notice = thread.sameSender()
                ? acknowledgements.noticeGiven(thread.first()).orElse(null)
                : null;
        open(mail, parsed, sender, matter, notice);
        return add(mail, parsed, InboundMails.Kind.NEW, sender, mail.contact(), thread.first());
    }

    private void open(RawMail mail, ParsedMail parsed, SubjectId sender, MatterId matter, String notice) {
        arrivals.record(new NewArrival(
                mail.contact(),
                Channel.EMAIL,
                ENTRY_POINT,
                parsed.language(),
                null,
                parsed.nature() == MailNature.BULK ? Priority.LOW : null,
                sender,
                matter,
                parsed.title(),
                null,
                mails.receivedAt(mail),
                notice));
        filing.file(mail.id(), parsed, mail.contact(), Author.CITIZEN, mails.receivedAt(mail));
    }

    private InboundMails.Kind add(
            RawMail mail,
            ParsedMail parsed,
            InboundMails.Kind kind,
            SubjectId sender,
            ContactId contact,
            ContactId thread) {
        mails.add(mail, new InboundMails.Fate(kind, sender, parsed.messageId(), contact, thread));
        return kind;
    }
}
