package mx.gob.edomex.catgem.channel.chat;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiConsumer;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.FileType;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.channel.QueueFull;
import mx.gob.edomex.catgem.channel.TooManyFiles;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * What a citizen can do in a chat. There is no account: whoever has the token is the citizen. The contact begins with
 * the first message; everything sent carries an id of the sender's making, so that a repeat adds nothing and gets the
 * same receipt.
 */
@Stateless
@PermitAll
public class ChatService {

    static final String ENTRY_POINT = "CHAT_WEB";

    private static final int TITLE = 80;

    @Inject
    ChatSessions sessions;

    @Inject
    Arrivals arrivals;

    @Inject
    Conversations conversations;

    @Inject
    Attachments attachments;

    @Inject
    PersonalData personalData;

    @Inject
    PrivacyNotices notices;

    @Inject
    ContactBook contacts;

    @Inject
    EntryPoints entryPoints;

    @Inject
    LineLimits limits;

    @Inject
    ChatTranscripts transcripts;

    @Inject
    Event<CitizenLeft> citizenLeft;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * @return the token, told once
     * @throws NoticeNotAccepted when no notice, or none of ours, was accepted
     * @throws mx.gob.edomex.catgem.channel.CentreClosed when the chat is closed now
     * @throws QueueFull when the line is over its limit
     */
    public ChatToken start(StartChat wanted) {
        entryPoints.requireOpen(ENTRY_POINT);
        Language language = wanted.language() == null ? Language.ES : wanted.language();
        if (limits.of(ENTRY_POINT, wanted.topic(), Channel.CHAT, language) == LineLimits.Verdict.FULL) {
            throw new QueueFull();
        }
        return admit(wanted);
    }

    /** As {@link #start}, also while the centre is closed: for who asks to be phoned. */
    public ChatToken admit(StartChat wanted) {
        if (wanted.noticeVersion() == null || !notices.isKnown(wanted.noticeVersion())) {
            throw new NoticeNotAccepted();
        }
        ChatSession earlier = wanted.earlier() == null ? null : sessions.read(new ChatToken(wanted.earlier()));
        SubjectId subject = earlier == null ? SubjectId.random() : earlier.subject();
        personalData.ensure(subject);
        String name = ChatPolicy.name(wanted.name());
        if (name != null) {
            personalData.put(subject, "name", name);
        }
        ChatToken token = ChatToken.next();
        sessions.add(
                UUID.randomUUID(),
                token,
                subject,
                earlier == null ? null : matterOf(earlier),
                wanted.language() == null ? Language.ES : wanted.language(),
                wanted.topic(),
                wanted.noticeVersion(),
                clock.instant());
        return token;
    }

    private MatterId matterOf(ChatSession earlier) {
        return contacts.find(earlier.contact())
                .map(ContactBook.Standing::matter)
                .orElse(earlier.matter());
    }

    /** @throws ChatHasEnded when it is no repeat and comes too late */
    public ChatReceipt send(ChatToken token, String clientId, String text) {
        return add(token, clientId, ChatPolicy.text(text), (session, message) -> {});
    }

    /** A file is a message of its own, with no text. */
    public ChatReceipt attach(ChatToken token, String clientId, String name, byte[] content) {
        FileType type = FilePolicy.check(content);
        return add(token, clientId, "", (session, message) -> {
            if (session.files() >= ChatPolicy.MAX_FILES) {
                throw new TooManyFiles();
            }
            sessions.countFile(session, message.at());
            attachments.add(new Attachments.NewAttachment(
                    UUID.randomUUID(),
                    session.contact(),
                    message.id(),
                    FilePolicy.name(name, type),
                    type.mediaType(),
                    content,
                    null,
                    message.at()));
        });
    }

    private ChatReceipt add(
            ChatToken token, String clientId, String text, BiConsumer<ChatSession, NewMessage> alongside) {
        String id = ChatPolicy.clientId(clientId);
        ChatSession session = sessions.locked(token);
        return sessions.receipt(session, id).orElseGet(() -> {
            requireOpen(session);
            // Taken behind the lock, so that times follow the order of the messages.
            Instant at = clock.instant();
            if (!session.hasBegun()) {
                arrive(session, text, at);
            }
            NewMessage message = NewMessage.ofText(session.contact(), Author.CITIZEN, null, id, text, at);
            OptionalInt seq = conversations.append(message);
            alongside.accept(session, message);
            return new ChatReceipt(clientId, seq.orElseThrow(), at);
        });
    }

    private void arrive(ChatSession session, String text, Instant at) {
        entryPoints.requireOpen(ENTRY_POINT);
        String line = text.replaceAll("\\s+", " ");
        arrivals.record(new NewArrival(
                session.contact(),
                Channel.CHAT,
                ENTRY_POINT,
                session.language(),
                session.topic(),
                null,
                session.subject(),
                session.matter(),
                line.isEmpty() ? null : line.substring(0, Math.min(line.length(), TITLE)),
                session.id().toString(),
                at,
                session.noticeVersion()));
        sessions.begun(session, at);
    }

    private void requireOpen(ChatSession session) {
        boolean closed = session.hasBegun()
                && contacts.find(session.contact())
                        .map(standing -> !standing.open())
                        .orElse(false);
        if (session.hasEnded() || closed) {
            throw new ChatHasEnded();
        }
    }

    /** Tells the desk that the citizen is writing; nothing is kept. */
    public void typing(ChatToken token) {
        ChatSession session = sessions.read(token);
        if (session.hasBegun() && !session.hasEnded()) {
            signals.toAll(DeskSignal.Kind.TYPING, session.contact());
        }
    }

    /** A sign of life: the page is open and can be reached. */
    public void seen(ChatToken token) {
        sessions.seen(token, clock.instant());
    }

    /** The citizen ends the chat; a repeat changes nothing. */
    public void end(ChatToken token) {
        ChatSession session = sessions.locked(token);
        if (session.hasEnded()) {
            return;
        }
        sessions.ended(session, EndedBy.CITIZEN, clock.instant());
        if (session.hasBegun()) {
            citizenLeft.fire(new CitizenLeft(session.contact()));
            transcripts.handOver(session);
            signals.toAll(DeskSignal.Kind.CONTACT, session.contact());
        }
    }

    /** The transcript is mailed when the chat ends, or now if it has ended. */
    public void askTranscript(ChatToken token, String address) {
        String plain = ChatPolicy.address(address);
        ChatSession session = sessions.locked(token);
        transcripts.ask(session, plain, clock.instant());
        if (session.hasEnded()) {
            transcripts.handOver(session);
        }
    }

    /** @throws ChatUnknown when the file belongs to another chat: whether it exists is nobody's business */
    public Attachments.Content file(ChatToken token, UUID id) {
        ChatSession session = sessions.read(token);
        return attachments
                .find(id)
                .filter(file -> file.contact().equals(session.contact()))
                .orElseThrow(ChatUnknown::new);
    }
}
