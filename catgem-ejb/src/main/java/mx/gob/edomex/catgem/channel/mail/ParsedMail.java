package mx.gob.edomex.catgem.channel.mail;

import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.channel.FoldedText;
import mx.gob.edomex.catgem.shared.Language;

/**
 * A mail as the centre understands it.
 *
 * @param sender usable address in lower case
 * @param messageId with angle brackets, or null
 * @param answered ids of the mails this one answers, nearest first
 * @param html not cleaned yet, since images that came along are linked by ids given when they are stored; or null
 */
record ParsedMail(
        MailNature nature,
        String sender,
        String senderName,
        Set<String> recipients,
        String subject,
        String messageId,
        List<String> answered,
        FoldedText text,
        String html,
        AttachmentScreening attachments,
        Language language) {

    /** The subject, or a sign that there is none. */
    String title() {
        return subject.isBlank() ? (language == Language.EN ? "(no subject)" : "(sin asunto)") : subject;
    }
}
