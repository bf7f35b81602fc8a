package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.CallbackAsked;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;

/**
 * A citizen at the chat's page asks to be phoned: while waiting, when the line is over its limit or the centre is
 * closed. The conversation ends with it; what was written is kept for the advisor who phones.
 */
@Stateless
@PermitAll
public class ChatCallbacks {

    private static final int TITLE = 80;

    @Inject
    ChatService chats;

    @Inject
    ChatSessions sessions;

    @Inject
    ChatTranscripts transcripts;

    @Inject
    CallbackWishes wishes;

    @Inject
    Arrivals arrivals;

    @Inject
    Conversations conversations;

    @Inject
    ContactBook contacts;

    @Inject
    Event<CallbackAsked> asked;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * Without a conversation before.
     *
     * @param reason what it is about, or null
     */
    public ChatToken begin(StartChat wanted, CallbackWish wish, String reason) {
        ChatToken token = chats.admit(wanted);
        ask(token, wish, reason);
        return token;
    }

    /**
     * The citizen of a chat wants to be phoned; a repeat changes nothing.
     *
     * @throws ChatHasEnded when the conversation is over, unless it was turned away by a full line
     * @throws mx.gob.edomex.catgem.channel.CallbackNotPossible when somebody attends already
     */
    public void ask(ChatToken token, CallbackWish wish, String reason) {
        ChatSession session = sessions.locked(token);
        if (session.endedBy() == EndedBy.CALLBACK) {
            return;
        }
        boolean turnedAway = session.endedBy() == EndedBy.OVERFLOW;
        if (!turnedAway && (session.hasEnded() || isOver(session))) {
            throw new ChatHasEnded();
        }
        boolean waits = session.hasBegun() && !turnedAway;
        Instant now = clock.instant();
        ContactId contact = contact(session);
        if (!waits) {
            arrive(session, contact, reason, now);
        }
        CallbackWindow window = wishes.store(contact, session.subject(), wish, null);
        if (waits) {
            asked.fire(new CallbackAsked(contact));
        }
        conversations.append(
                NewMessage.ofText(contact, Author.SYSTEM, null, "s:callback", words(session, window), now));
        sessions.ended(session, EndedBy.CALLBACK, now);
        transcripts.handOver(session);
        signals.toAll(DeskSignal.Kind.CONTACT, session.contact());
    }

    /** Who was turned away had a contact, which has ended: the callback is another one, on the same matter. */
    static ContactId contact(ChatSession session) {
        return session.endedBy() == EndedBy.OVERFLOW || session.isTurnedAway()
                ? ContactId.named("chat-callback", session.id().toString())
                : session.contact();
    }

    private void arrive(ChatSession session, ContactId contact, String reason, Instant now) {
        String text = reason == null || reason.isBlank() ? null : ChatPolicy.text(reason);
        String line = text == null ? null : text.replaceAll("\\s+", " ");
        arrivals.record(new NewArrival(
                contact,
                Channel.PHONE,
                ChatService.ENTRY_POINT,
                session.language(),
                session.topic(),
                null,
                session.subject(),
                contacts.find(session.contact())
                        .map(ContactBook.Standing::matter)
                        .orElse(session.matter()),
                line == null ? null : line.substring(0, Math.min(line.length(), TITLE)),
                session.id().toString(),
                now,
                session.noticeVersion()));
        if (!session.hasBegun()) {
            sessions.begun(session, now);
        }
        if (text != null) {
            conversations.append(NewMessage.ofText(contact, Author.CITIZEN, null, "c:callback", text, now));
        }
    }

    private boolean isOver(ChatSession session) {
        return session.hasBegun()
                && contacts.find(session.contact())
                        .map(standing -> !standing.open())
                        .orElse(false);
    }

    private static String words(ChatSession session, CallbackWindow window) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(session.language().locale());
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm");
        return new MessageFormat(
                        ChatTexts.in(session.language()).getString("callback.asked"),
                        session.language().locale())
                .format(new Object[] {
                    day.format(window.from().atZone(window.zone())),
                    hour.format(window.from().atZone(window.zone())),
                    hour.format(window.to().atZone(window.zone())),
                    CallbackWindow.place(window.zone(), session.language())
                });
    }
}
