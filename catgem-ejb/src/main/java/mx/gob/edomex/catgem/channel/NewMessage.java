package mx.gob.edomex.catgem.channel;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * A message to append to a contact's conversation.
 *
 * @param clientId chosen by the sender and unique in the contact: a repeat adds nothing
 * @param staff user name of the advisor, null otherwise
 * @param html sanitised HTML of a mail, or null; text is always the plain form
 */
public record NewMessage(
        UUID id,
        ContactId contact,
        Author author,
        String staff,
        String clientId,
        String text,
        String html,
        Instant at) {

    public NewMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(clientId, "client id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }

    public static NewMessage ofText(
            ContactId contact, Author author, String staff, String clientId, String text, Instant at) {
        return new NewMessage(UUID.randomUUID(), contact, author, staff, clientId, text, null, at);
    }
}
