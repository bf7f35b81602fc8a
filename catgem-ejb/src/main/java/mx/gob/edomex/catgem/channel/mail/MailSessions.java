package mx.gob.edomex.catgem.channel.mail;

import java.util.Properties;

/** What IMAP and SMTP sessions have in common. */
final class MailSessions {

    private MailSessions() {}

    /** Certificates and host names are always checked; STARTTLS is required where it is asked for. */
    static void protect(Properties properties, String protocol, MailSettings.Protection protection) {
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "ssl.enable", Boolean.toString(protection == MailSettings.Protection.TLS));
        boolean startTls = protection == MailSettings.Protection.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    }
}
