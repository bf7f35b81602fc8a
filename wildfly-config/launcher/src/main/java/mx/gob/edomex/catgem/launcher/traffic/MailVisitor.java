package mx.gob.edomex.catgem.launcher.traffic;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.Random;

/** A citizen who writes a mail, and waits for the answer like anybody. */
final class MailVisitor {

    private static final System.Logger LOG = System.getLogger(MailVisitor.class.getName());

    /** So many that nobody is acknowledged too often a day, and some write twice. */
    private static final int PEOPLE = 5_000;

    private final int smtpPort;
    private final Witness witness;
    private final Random chance;

    MailVisitor(int smtpPort, Witness witness, Random chance) {
        this.smtpPort = smtpPort;
        this.witness = witness;
        this.chance = chance;
    }

    void write() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        settings.setProperty("mail.smtp.timeout", "20000");
        settings.setProperty("mail.smtp.connectiontimeout", "20000");
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(settings));
            mail.setFrom(new InternetAddress("persona%04d@example.org".formatted(chance.nextInt(PEOPLE))));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress("catgem@catgem.local"));
            mail.setSubject(Words.subject(chance), "UTF-8");
            mail.setText(Words.question(chance), "UTF-8");
            Transport.send(mail);
            witness.promised(Witness.Promise.MAIL, mail.getMessageID());
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.WARNING, "a mail could not be sent: {0}", e.toString());
        }
    }
}
