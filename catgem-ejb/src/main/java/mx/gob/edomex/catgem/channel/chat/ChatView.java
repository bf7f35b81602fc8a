package mx.gob.edomex.catgem.channel.chat;

import java.util.List;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;

/**
 * A chat as its citizen sees it.
 *
 * @param band the wait to expect, only while waiting
 * @param advisor first name of who attends, only while attended
 * @param folio public reference, null until intake has opened the contact
 * @param endedBy only when ended
 * @param callback what the citizen asked for when they wanted to be phoned, or null
 * @param messages those after the position asked for, in order
 */
public record ChatView(
        ContactId contact,
        Language language,
        Phase phase,
        WaitBand.Band band,
        String advisor,
        String folio,
        EndedBy endedBy,
        CallbackWishes.Shown callback,
        boolean transcriptAsked,
        List<ChatMessage> messages) {

    /** Where the chat stands. */
    public enum Phase {
        NEW,
        WAITING,
        ATTENDED,
        ENDED
    }

    /** The position up to which the reader has everything once the messages are read. */
    public int lastSeq(int before) {
        return messages.isEmpty() ? before : messages.get(messages.size() - 1).seq();
    }
}
