package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.shared.ContactId;

/** Ends chats whose citizen went away without a word, so that no advisor is offered an empty chair. */
@Stateless
@PermitAll
public class SilentChats {

    private static final int BATCH = 50;
    private static final Duration REMINDED = Duration.ofHours(1);

    @Inject
    ChatSessions sessions;

    @Inject
    ChatTranscripts transcripts;

    @Inject
    ContactBook contacts;

    @Inject
    Event<CitizenLeft> citizenLeft;

    @Inject
    Clock clock;

    /** Contacts to {@link #end}, each in a transaction of its own. */
    public List<ContactId> since(Instant before) {
        return sessions.silentSince(before, BATCH);
    }

    /** Ends the chat unless its citizen was heard of in the meantime, or another node was faster. */
    public void end(ContactId contact, Instant before) {
        sessions.of(contact)
                .filter(session -> sessions.isSilentSince(session, before))
                .ifPresent(session -> {
                    sessions.ended(session, EndedBy.SYSTEM, clock.instant());
                    citizenLeft.fire(new CitizenLeft(contact));
                    transcripts.handOver(session);
                });
    }

    /**
     * A citizen may leave before intake has opened the contact, when nobody could close it yet: those still open, to
     * {@link #remind} of.
     */
    public List<ContactId> leftOpen() {
        return sessions.leftWithin(REMINDED, BATCH).stream()
                .filter(session -> session.attendedBy() == null)
                .map(ChatSession::contact)
                .filter(contact ->
                        contacts.find(contact).map(ContactBook.Standing::open).orElse(false))
                .toList();
    }

    /** Says again that the citizen left; in a transaction of its own, and nothing happens to one that was closed. */
    public void remind(ContactId contact) {
        citizenLeft.fire(new CitizenLeft(contact));
    }
}
