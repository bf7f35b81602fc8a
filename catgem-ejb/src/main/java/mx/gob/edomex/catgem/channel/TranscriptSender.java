package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Sends a citizen the transcript of a chat by mail; implemented where mail leaves the house. */
public interface TranscriptSender {

    /**
     * Leaves a mail to send in the caller's transaction; it leaves after the commit, at least once.
     *
     * @param subject owner of the personal data in address and text: both are stored sealed under it
     * @param address one valid address
     */
    void send(ContactId contact, SubjectId subject, Language language, String address, String title, String text);
}
