package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;

/** The way back to a citizen in a chat. A chat contact made through the API has no session: mail serves it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChatGateway implements ChannelGateway {

    @Inject
    ChatSessions sessions;

    @Inject
    ChatTranscripts transcripts;

    @Inject
    ChatWords words;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    @Override
    public boolean serves(Channel channel) {
        return channel == Channel.CHAT;
    }

    @Override
    public boolean reaches(ContactId contact) {
        return sessions.of(contact).isPresent();
    }

    /** The row of the conversation is all there is to deliver: the citizen's page asks for what it has not seen. */
    @Override
    public void deliver(ContactId contact, UUID message, List<String> cc) {}

    @Override
    public void attended(ContactId contact, String advisorName, boolean connected) {
        sessions.of(contact).ifPresent(session -> {
            sessions.attended(session, connected ? ChatPolicy.firstName(advisorName) : null);
            signals.toAll(DeskSignal.Kind.CONTACT, contact);
        });
    }

    @Override
    public void passedOn(ContactId contact, String occasion) {
        words.passedOn(contact, occasion);
    }

    @Override
    public void askIfThere(ContactId contact, Duration left, String occasion) {
        words.warnOfInactivity(contact, left, occasion);
    }

    @Override
    public void silenceEnds(ContactId contact) {
        words.endedByInactivity(contact);
    }

    @Override
    public void overflowed(ContactId contact) {
        words.lineIsFull(contact);
        end(contact, EndedBy.OVERFLOW);
    }

    @Override
    public void ended(ContactId contact) {
        end(contact, EndedBy.CENTRE);
    }

    private void end(ContactId contact, EndedBy how) {
        sessions.of(contact).filter(session -> !session.hasEnded()).ifPresent(session -> {
            sessions.ended(session, how, clock.instant());
            transcripts.handOver(session);
            signals.toAll(DeskSignal.Kind.CONTACT, contact);
        });
    }
}
