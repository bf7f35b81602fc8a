package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;

/**
 * Which contacts to list; null or blank does not restrict.
 *
 * @param state name of a contact state, or {@link #OPEN} for every state that is not an end
 * @param topic code
 * @param advisor user name of somebody who attended it, in any leg
 * @param text a folio, the id of a matter, or words of the conversation (accents and case do not matter), by which an
 *     auditor finds nothing
 * @param since first instant of creation, included
 * @param until last instant of creation, excluded
 * @param afterCursor {@link ContactPage#nextCursor()} of the page before
 * @param limit 1 to {@link #MOST}
 */
public record ContactFilter(
        String state,
        Channel channel,
        String topic,
        String advisor,
        String text,
        Instant since,
        Instant until,
        String afterCursor,
        int limit) {

    /** As a state: whatever has not ended. */
    public static final String OPEN = "OPEN";

    public static final int MOST = 200;

    public ContactFilter {
        limit = Math.max(1, Math.min(limit, MOST));
    }

    /** Everything, newest first. */
    public static ContactFilter everything(int limit) {
        return new ContactFilter(null, null, null, null, null, null, null, null, limit);
    }

    public ContactFilter withText(String other) {
        return new ContactFilter(state, channel, topic, advisor, other, since, until, afterCursor, limit);
    }

    public ContactFilter after(String cursor) {
        return new ContactFilter(state, channel, topic, advisor, text, since, until, cursor, limit);
    }
}
