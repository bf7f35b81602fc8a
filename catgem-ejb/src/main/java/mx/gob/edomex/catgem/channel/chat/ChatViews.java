package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.WaitBand;

/** A chat as its citizen sees it, from any position on: after a reload or a lost network, what is missing comes first. */
@Stateless
@PermitAll
public class ChatViews {

    @Inject
    ChatSessions sessions;

    @Inject
    Conversations conversations;

    @Inject
    ContactBook contacts;

    @Inject
    WaitBand waitBand;

    @Inject
    ChatTranscripts transcripts;

    @Inject
    CallbackWishes wishes;

    /** @param after the last position the reader has, 0 for none */
    public ChatView view(ChatToken token, int after) {
        ChatSession session = sessions.read(token);
        if (!session.hasBegun()) {
            ChatView.Phase phase = session.hasEnded() ? ChatView.Phase.ENDED : ChatView.Phase.NEW;
            return view(session, phase, null, List.of());
        }
        ContactBook.Standing standing = contacts.find(session.contact()).orElse(null);
        List<ChatMessage> messages = conversations.after(session.contact(), after).stream()
                .map(ChatMessage::of)
                .toList();
        return view(session, phase(session, standing), standing, messages);
    }

    private String folio(ChatSession session, ContactBook.Standing standing) {
        Optional<ContactBook.Standing> shown = session.endedBy() == EndedBy.CALLBACK && session.isTurnedAway()
                ? contacts.find(ChatCallbacks.contact(session))
                : Optional.ofNullable(standing);
        return shown.map(one -> one.folio().value()).orElse(null);
    }

    private static ChatView.Phase phase(ChatSession session, ContactBook.Standing standing) {
        if (session.hasEnded() || (standing != null && !standing.open())) {
            return ChatView.Phase.ENDED;
        }
        return session.attendedBy() == null ? ChatView.Phase.WAITING : ChatView.Phase.ATTENDED;
    }

    private ChatView view(
            ChatSession session, ChatView.Phase phase, ContactBook.Standing standing, List<ChatMessage> messages) {
        boolean ended = phase == ChatView.Phase.ENDED;
        return new ChatView(
                session.contact(),
                session.language(),
                phase,
                phase == ChatView.Phase.WAITING ? waitBand.of(session.contact()) : null,
                phase == ChatView.Phase.ATTENDED ? session.attendedBy() : null,
                folio(session, standing),
                ended && session.endedBy() == null ? EndedBy.CENTRE : session.endedBy(),
                session.endedBy() == EndedBy.CALLBACK
                        ? wishes.of(ChatCallbacks.contact(session)).orElse(null)
                        : null,
                transcripts.isAsked(session),
                messages);
    }
}
