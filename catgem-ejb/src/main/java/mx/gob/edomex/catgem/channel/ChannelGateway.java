package mx.gob.edomex.catgem.channel;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The way back to the citizen, one implementation a channel, found by {@link #serves}. Every method joins the caller's
 * transaction and leaves durable work behind (a row to send); what leaves the house does so after the commit.
 */
public interface ChannelGateway {

    boolean serves(Channel channel);

    /** False when the citizen of this contact never was on the channel, as one that a program handed over. */
    boolean reaches(ContactId contact);

    /**
     * The advisor's message, already appended to the conversation, is to reach the citizen.
     *
     * @param cc further addresses chosen by the advisor (mail only), each valid
     */
    void deliver(ContactId contact, UUID message, List<String> cc);

    /** An advisor connected (true) or the contact was returned to the queue (false): the citizen is told. */
    void attended(ContactId contact, String advisorName, boolean connected);

    /**
     * Another advisor goes on with the contact: a citizen who converses is told.
     *
     * @param occasion names this change: a repeat of the same one says nothing
     */
    void passedOn(ContactId contact, String occasion);

    /**
     * The citizen of a conversation has not written for a while and is asked to.
     *
     * @param left until the conversation ends by itself
     * @param occasion names this silence: a repeat of the same one says nothing
     */
    void askIfThere(ContactId contact, Duration left, String occasion);

    /** The conversation is about to end because the citizen has not written. */
    void silenceEnds(ContactId contact);

    /** The line is over its limit and the contact is turned away: the citizen is told what they can do instead. */
    default void overflowed(ContactId contact) {
        ended(contact);
    }

    /** The contact has ended; the channel says good-bye and closes what it holds. */
    void ended(ContactId contact);
}
