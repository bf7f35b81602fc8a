package mx.gob.edomex.catgem.channel;

import java.net.URI;
import java.time.Instant;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;

/** Puts a survey before the citizen of a contact that has ended, one implementation a channel. */
public interface SurveySender {

    boolean serves(Channel channel);

    /**
     * Joins the caller's transaction; what leaves the house does so after the commit.
     *
     * @param link opens the survey once, for channels that do not show it in place
     * @param until when the link expires
     * @return false when there is no person to ask on this channel
     */
    boolean offer(ContactId contact, Language language, URI link, Instant until);
}
