package mx.gob.edomex.catgem.channel.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import mx.gob.edomex.catgem.channel.Attachments;

/** Writes our mails as RFC 5322 wants them. */
final class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String DISPLAY_NAME = "CATGEM – Gobierno del Estado de México";

    private MailComposer() {}

    static MimeMessage compose(Session session, OutgoingMail mail, String ownAddress, Date now)
            throws MessagingException {
        MimeMessage message = new WithOwnId(session, mail.messageId());
        message.setFrom(named(ownAddress));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        for (String copy : mail.cc()) {
            message.addRecipient(Message.RecipientType.CC, new InternetAddress(copy, true));
        }
        message.setReplyTo(new InternetAddress[] {named(mail.replyTo())});
        message.setSubject(CleanText.line(mail.title()), UTF_8);
        message.setSentDate(now);
        if (!mail.references().isEmpty()) {
            message.setHeader(
                    "In-Reply-To", mail.references().get(mail.references().size() - 1));
            message.setHeader("References", String.join("\r\n ", mail.references()));
        }
        if (mail.isAutomatic()) {
            boolean reply = mail.kind() == OutboundMails.Kind.ACKNOWLEDGEMENT;
            message.setHeader("Auto-Submitted", reply ? "auto-replied" : "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        fill(message, mail);
        message.saveChanges();
        return message;
    }

    private static void fill(MimeMessage message, OutgoingMail mail) throws MessagingException {
        if (mail.files().isEmpty()) {
            message.setText(mail.body(), UTF_8);
            return;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.body(), UTF_8);
        parts.addBodyPart(text);
        for (Attachments.Content file : mail.files()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setFileName(FileNames.safe(file.name(), "archivo"));
            parts.addBodyPart(part);
        }
        message.setContent(parts);
    }

    private static InternetAddress named(String address) throws MessagingException {
        try {
            return new InternetAddress(address, DISPLAY_NAME, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is missing", e);
        }
    }

    /** The library would give every attempt a new Message-ID. */
    private static final class WithOwnId extends MimeMessage {

        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
