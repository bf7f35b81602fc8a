package mx.gob.edomex.catgem.channel.mail;

import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * A mail of ours before it has a row.
 *
 * @param message the message of the conversation that it carries, or null
 * @param subject owner of what it says
 * @param references Message-IDs of the thread, oldest first; the last one is answered
 * @param noticeVersion the privacy notice in it, or null
 */
record OutboundDraft(
        OutboundMails.Kind kind,
        ContactId contact,
        UUID message,
        SubjectId subject,
        String to,
        List<String> cc,
        String title,
        String body,
        List<String> references,
        String replyTo,
        String noticeVersion) {

    OutboundDraft acknowledging(String text, String notice) {
        return new OutboundDraft(
                OutboundMails.Kind.ACKNOWLEDGEMENT,
                contact,
                null,
                subject,
                to,
                List.of(),
                title,
                text,
                references,
                replyTo,
                notice);
    }

    OutboundDraft surveying(String text) {
        return new OutboundDraft(
                OutboundMails.Kind.SURVEY,
                contact,
                null,
                subject,
                to,
                List.of(),
                title,
                text,
                references,
                replyTo,
                null);
    }

    OutboundDraft answering(UUID answer, String text, List<String> copies) {
        return new OutboundDraft(
                OutboundMails.Kind.ANSWER,
                contact,
                answer,
                subject,
                to,
                List.copyOf(copies),
                title,
                text,
                references,
                replyTo,
                null);
    }
}
