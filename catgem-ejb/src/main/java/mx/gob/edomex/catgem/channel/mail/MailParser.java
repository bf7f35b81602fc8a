package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import mx.gob.edomex.catgem.channel.FoldedText;

/** Reads raw mails. Whatever comes, it ends in a mail to show or in a reason why not, never in another exception. */
final class MailParser {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Set<String> REPORTS =
            Set.of("message/delivery-status", "message/disposition-notification", "text/rfc822-headers");

    private final String ownAddress;

    MailParser(String ownAddress) {
        this.ownAddress = ownAddress;
    }

    ParsedMail parse(byte[] raw) throws MailUnreadable {
        if (raw.length == 0) {
            throw new MailUnreadable(QuarantineReason.EMPTY);
        }
        try {
            return read(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            throw new MailUnreadable(QuarantineReason.UNREADABLE);
        }
    }

    /** Who wrote, if even that can be told of a mail that cannot be parsed. */
    static Optional<MailHeaders> headers(byte[] raw) {
        try {
            return Optional.of(new MailHeaders(new MimeMessage(SESSION, new ByteArrayInputStream(raw))));
        } catch (MessagingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private ParsedMail read(MimeMessage message) throws MailUnreadable {
        MailHeaders headers = new MailHeaders(message);
        MailNature nature = MailNature.of(headers, ownAddress);
        String sender = headers.sender().orElse(null);
        if (sender == null && nature != MailNature.BOUNCE) {
            throw new MailUnreadable(QuarantineReason.NO_SENDER);
        }
        MimeTree tree = MimeTree.of(message);
        FoldedText text = QuotedText.fold(CleanText.body(tree.body().text()));
        String subject = headers.subject();
        return new ParsedMail(
                nature,
                sender,
                headers.senderName(),
                headers.recipients(),
                subject,
                headers.messageId().orElse(null),
                headers.answered(),
                text,
                tree.body().html(),
                AttachmentScreening.of(tree.others().stream()
                        .filter(part -> !REPORTS.contains(part.mediaType()))
                        .toList()),
                LanguageGuess.of(subject + "\n" + text.shown()));
    }
}
