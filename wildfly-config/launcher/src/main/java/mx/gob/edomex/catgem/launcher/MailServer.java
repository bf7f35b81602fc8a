package mx.gob.edomex.catgem.launcher;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/**
 * The mail server of the try-out: real SMTP and IMAP, but mailboxes live in memory and are empty after a restart. What
 * the centre has fetched by then is in its database.
 */
public final class MailServer implements AutoCloseable {
    static final String CENTRE_ADDRESS = "catgem@catgem.local";
    static final String CITIZEN_ADDRESS = "ciudadana@example.org";
    static final String CITIZEN_PASSWORD = "catgem-demo";
    private static final long START_TIMEOUT_MILLIS = 10_000;

    private final GreenMail mail;
    private final String centrePassword;

    MailServer(Ports ports, String bindAddress, String centrePassword) {
        this.centrePassword = centrePassword;
        ServerSetup smtp = new ServerSetup(ports.smtp(), bindAddress, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(ports.imap(), bindAddress, ServerSetup.PROTOCOL_IMAP);
        smtp.setServerStartupTimeout(START_TIMEOUT_MILLIS);
        imap.setServerStartupTimeout(START_TIMEOUT_MILLIS);
        mail = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(new GreenMailConfiguration()
                        .withUser(CENTRE_ADDRESS, CENTRE_ADDRESS, centrePassword)
                        .withUser(CITIZEN_ADDRESS, CITIZEN_ADDRESS, CITIZEN_PASSWORD)
                        .withUser("ciudadano@example.org", "ciudadano@example.org", CITIZEN_PASSWORD));
    }

    public void start() {
        mail.start();
        // Plus-addresses (catgem+folio@…) reach their owner, as on any real mail server.
        mail.getUserManager().setMessageDeliveryHandler((message, address) -> inbox(address.getEmail()));
    }

    private GreenMailUser inbox(String address) throws UserException {
        String owner = address.replaceFirst("\\+[^@]*@", "@");
        GreenMailUser user = mail.getUserManager().getUserByEmail(owner);
        return user == null ? mail.getUserManager().createUser(owner, owner, owner) : user;
    }

    public String centrePassword() {
        return centrePassword;
    }

    /** Message-IDs of what lies in the mailboxes of a domain. */
    public List<String> messageIdsAt(String domain) {
        return Arrays.stream(mail.getReceivedMessagesForDomain(domain))
                .map(MailServer::messageId)
                .toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        }
    }

    @Override
    public void close() {
        mail.stop();
    }
}
