package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a mail to the mail server by SMTP and says what became of it. */
final class SmtpPost {

    private static final Pattern CODE = Pattern.compile("\\b([45]\\d\\d)[ -]");
    private static final String TIMEOUT_MILLIS = "15000";

    private final MailSettings settings;
    private final Clock clock;

    SmtpPost(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SendOutcome send(OutgoingMail mail) {
        if (!mail.isAutomatic()) {
            return send(mail, settings.address());
        }
        SendOutcome outcome = send(mail, "<>");
        // Against RFC 5321 §4.5.5 some servers and relays refuse the empty sender, with whatever code and at whatever
        // step. Better a receipt than none: that it answers no machine and says what it is keeps it out of loops.
        return outcome.verdict() == SendOutcome.Verdict.REFUSED ? send(mail, settings.address()) : outcome;
    }

    private SendOutcome send(OutgoingMail mail, String envelopeSender) {
        Session session = session(envelopeSender);
        MimeMessage message;
        try {
            message = MailComposer.compose(session, mail, settings.address(), Date.from(clock.instant()));
        } catch (MessagingException e) {
            return SendOutcome.of(SendOutcome.Verdict.REFUSED, "COMPOSE");
        }
        try (Transport transport = session.getTransport("smtp")) {
            MailSettings.Server server = settings.smtp();
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return send(transport, message, mail.to());
        } catch (MessagingException e) {
            return SendOutcome.of(SendOutcome.Verdict.AWAY, code(e, "CONNECT"));
        }
    }

    private static SendOutcome send(Transport transport, MimeMessage message, String to) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return SendOutcome.of(SendOutcome.Verdict.ACCEPTED, "250");
        } catch (SendFailedException e) {
            // With a wrong copy the citizen's own mail went out all the same.
            if (holds(e.getValidSentAddresses(), to)) {
                return SendOutcome.of(SendOutcome.Verdict.ACCEPTED, code(e, "PARTIAL"));
            }
            return verdict(code(e, "4XX"));
        } catch (MessagingException e) {
            return verdict(code(e, "LOST"));
        }
    }

    private static SendOutcome verdict(String code) {
        return SendOutcome.of(code.startsWith("5") ? SendOutcome.Verdict.REFUSED : SendOutcome.Verdict.DEFERRED, code);
    }

    private static boolean holds(Address[] addresses, String to) {
        if (addresses != null) {
            for (Address address : addresses) {
                if (address.toString().contains(to)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The reply code, wherever in the chain of exceptions it stands. */
    private static String code(MessagingException e, String otherwise) {
        Exception current = e;
        for (int depth = 0; current != null && depth < 10; depth++) {
            Matcher code = CODE.matcher(current.getMessage() == null ? "" : current.getMessage() + " ");
            if (code.find()) {
                return code.group(1);
            }
            current = current instanceof MessagingException mail ? mail.getNextException() : null;
        }
        return otherwise;
    }

    private Session session(String envelopeSender) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", envelopeSender);
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.smtp().user() != null));
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + name, TIMEOUT_MILLIS);
        }
        MailSessions.protect(properties, "smtp", settings.smtp().protection());
        return Session.getInstance(properties);
    }
}
