package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.shared.ContactId;

/** Messages of the system to a citizen in a chat; whoever decides that they are due calls within its transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChatWords {

    @Inject
    ChatSessions sessions;

    @Inject
    Conversations conversations;

    @Inject
    Clock clock;

    /** The citizen has not written for a while and is asked to.
     *
     * @param left until the chat ends by itself; told in whole minutes
     * @param occasion names this warning: a repeat of the same one says nothing
     */
    public void warnOfInactivity(ContactId contact, Duration left, String occasion) {
        say(contact, "inactivity.warning", "inactive-" + occasion, Math.max(1, left.toMinutes()));
    }

    /** The chat ends because the citizen has not written. */
    public void endedByInactivity(ContactId contact) {
        say(contact, "inactivity.ended", "inactive-ended");
    }

    /** Another advisor goes on, for the occasion of that name. */
    public void passedOn(ContactId contact, String occasion) {
        say(contact, "passed.on", "passed-on-" + occasion);
    }

    /** The line is over its limit: what the citizen can do instead. */
    public void lineIsFull(ContactId contact) {
        say(contact, "line.full", "line-full");
    }

    private void say(ContactId contact, String key, String clientId, Object... values) {
        sessions.of(contact).ifPresent(session -> {
            String text = new MessageFormat(
                            ChatTexts.in(session.language()).getString(key),
                            session.language().locale())
                    .format(values);
            conversations.append(
                    NewMessage.ofText(contact, Author.SYSTEM, null, "s:" + clientId, text, clock.instant()));
        });
    }
}
