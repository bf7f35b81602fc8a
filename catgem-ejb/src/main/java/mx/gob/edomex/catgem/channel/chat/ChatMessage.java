package mx.gob.edomex.catgem.channel.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.ConversationMessage;

/**
 * A message as the citizen may see it: no user names, no surnames.
 *
 * @param clientId the sender's own id of a citizen's message, else null
 * @param name the advisor's first name, else null
 */
public record ChatMessage(
        int seq, Author author, String name, String clientId, String text, Instant at, List<File> files) {

    /** A file of the message; its content is fetched by id. */
    public record File(UUID id, String name, String mediaType, int sizeBytes) {}

    static ChatMessage of(ConversationMessage message) {
        return new ChatMessage(
                message.seq(),
                message.author(),
                ChatPolicy.firstName(message.staffName()),
                ChatPolicy.citizensId(message.clientId()),
                message.text(),
                message.at(),
                message.attachments().stream()
                        .map(file -> new File(file.id(), file.name(), file.mediaType(), file.sizeBytes()))
                        .toList());
    }
}
