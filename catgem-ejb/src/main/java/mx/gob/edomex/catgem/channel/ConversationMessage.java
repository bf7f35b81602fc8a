package mx.gob.edomex.catgem.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as read. A sensitive or erased message has no text for who may not see it.
 *
 * @param seq position in the conversation, from 1, without gaps
 */
public record ConversationMessage(
        UUID id,
        int seq,
        Author author,
        String staff,
        String staffName,
        String clientId,
        String text,
        String html,
        boolean sensitive,
        Instant at,
        List<AttachmentLine> attachments) {

    /** An attachment as listed; its content is fetched by id. */
    public record AttachmentLine(UUID id, String name, String mediaType, int sizeBytes, boolean sensitive) {}
}
