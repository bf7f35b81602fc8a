package mx.gob.edomex.catgem.channel.mail;

import java.util.List;
import mx.gob.edomex.catgem.channel.Attachments;

/**
 * A mail ready to leave.
 *
 * @param messageId given when it was written, so that a second attempt is the same mail
 * @param references oldest first; the last one is answered
 */
record OutgoingMail(
        OutboundMails.Kind kind,
        String messageId,
        String to,
        List<String> cc,
        String title,
        String body,
        List<String> references,
        String replyTo,
        List<Attachments.Content> files) {

    /** A machine wrote it: no machine should answer it, and its bounce should go nowhere (RFC 3834 §3). */
    boolean isAutomatic() {
        return kind != OutboundMails.Kind.ANSWER;
    }
}
