package mx.gob.edomex.catgem.channel.mail;

import java.time.Duration;
import java.util.Locale;

/**
 * Where the centre's mail is fetched and sent, from system properties or else the environment
 * ({@code CATGEM_MAIL_IMAP_HOST} and so on). Without a host the direction is switched off.
 *
 * @param address of the centre; its plus-addresses must reach the same mailbox
 */
record MailSettings(Server imap, Server smtp, String address, Duration poll) {

    private static final String PREFIX = "CATGEM_MAIL_";

    /** How the connection is protected. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    /** A mail server; host and user may be null. */
    record Server(String host, int port, String user, String password, Protection protection) {

        boolean isOn() {
            return host != null;
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    static MailSettings fromEnvironment() {
        return new MailSettings(
                server("IMAP", 143),
                server("SMTP", 25),
                value("ADDRESS", "catgem@edomex.gob.mx").toLowerCase(Locale.ROOT),
                Duration.ofSeconds(Long.parseLong(value("POLL_SECONDS", "5"))));
    }

    String mailbox() {
        return imap.user() + "/INBOX";
    }

    private static Server server(String protocol, int standardPort) {
        return new Server(
                value(protocol + "_HOST", null),
                Integer.parseInt(value(protocol + "_PORT", Integer.toString(standardPort))),
                value(protocol + "_USER", null),
                value(protocol + "_PASSWORD", null),
                Protection.valueOf(value(protocol + "_PROTECTION", "NONE").toUpperCase(Locale.ROOT)));
    }

    private static String value(String name, String otherwise) {
        String found = System.getProperty(PREFIX + name, System.getenv(PREFIX + name));
        return found == null || found.isBlank() ? otherwise : found.strip();
    }
}
