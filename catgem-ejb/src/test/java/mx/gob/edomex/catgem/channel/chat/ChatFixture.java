package mx.gob.edomex.catgem.channel.chat;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.CallbackWishes;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.channel.TranscriptSender;
import mx.gob.edomex.catgem.contact.ExpectedWait;
import mx.gob.edomex.catgem.security.EncryptedPersonalData;
import mx.gob.edomex.catgem.security.MasterKey;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The chat on a real database; only what other domains do with a contact is played by hand. */
final class ChatFixture {

    static final String NOTICE = "2026-1";

    final TestPersistence persistence;
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    final List<String> mailed = Collections.synchronizedList(new ArrayList<>());
    final ChatSessions sessions;
    final ChatService service;
    final ChatViews views;
    final ChatCallbacks callbacks;
    LineLimits.Verdict verdict = LineLimits.Verdict.OPEN;
    final ChatGateway gateway;
    final ChatWords words;
    final SilentChats silentChats;

    ChatFixture(TestPersistence persistence) {
        this.persistence = persistence;
        Clock clock = Clock.systemUTC();
        Event<?> event = recordingEvent();
        Signals signals = signals(event);
        EncryptedPersonalData personalData = persistence.wire(new EncryptedPersonalData(), masterKey());
        Arrivals arrivals = persistence.wire(new Arrivals(), personalData, event);
        Conversations conversations = persistence.wire(new Conversations(), personalData, event, signals);
        Attachments attachments = persistence.wire(new Attachments(), personalData);
        ContactBook contacts = new PlayedContacts();
        sessions = persistence.wire(new ChatSessions());
        ChatTranscripts transcripts = persistence.wire(
                new ChatTranscripts(),
                personalData,
                conversations,
                contacts,
                persistence.wire(new Installation()),
                senders());
        EntryPoints entryPoints = persistence.wire(new EntryPoints(), persistence.wire(new Installation()), clock);
        CallbackWishes wishes = persistence.wire(new CallbackWishes(), personalData, entryPoints, clock);
        service = persistence.wire(
                new ChatService(),
                entryPoints,
                (LineLimits) (entryPoint, topic, channel, language) -> verdict,
                sessions,
                arrivals,
                conversations,
                attachments,
                personalData,
                persistence.wire(new PrivacyNotices()),
                contacts,
                transcripts,
                event,
                signals,
                clock);
        views = persistence.wire(
                new ChatViews(),
                sessions,
                conversations,
                contacts,
                persistence.wire(new ExpectedWait()),
                transcripts,
                wishes);
        callbacks = persistence.wire(
                new ChatCallbacks(),
                service,
                sessions,
                transcripts,
                wishes,
                arrivals,
                conversations,
                contacts,
                event,
                signals,
                clock);
        words = persistence.wire(new ChatWords(), sessions, conversations, clock);
        gateway = persistence.wire(new ChatGateway(), sessions, transcripts, words, signals, clock);
        silentChats = persistence.wire(new SilentChats(), sessions, transcripts, contacts, event, clock);
    }

    ChatToken aChat() {
        return persistence.inTransaction(() -> service.start(new StartChat(Language.ES, null, null, NOTICE, null)));
    }

    ChatReceipt sends(ChatToken token, String clientId, String text) {
        return persistence.inTransaction(() -> service.send(token, clientId, text));
    }

    ChatView seenFrom(ChatToken token, int after) {
        return persistence.inTransaction(() -> views.view(token, after));
    }

    ContactId contactOf(ChatToken token) {
        return persistence.inTransaction(() -> sessions.read(token)).contact();
    }

    /** What intake does. */
    Folio opened(ChatToken token) throws SQLException {
        Folio folio = Folio.next();
        UUID matter = UUID.randomUUID();
        persistence
                .database()
                .execute(
                        """
                        insert into matter (id, topic, opened_at) values ('%1$s', 'GENERAL', now());
                        insert into contact (id, folio, channel, direction, entry_point, language, topic, priority,
                                             subject_id, matter_id, state, first_queued_at, created_at)
                        select contact_id, '%2$s', channel, direction, entry_point, language, topic, priority,
                               subject_id, '%1$s', 'QUEUED', received_at, now()
                        from arrival where contact_id = '%3$s'
                        """
                                .formatted(matter, folio, contactOf(token)));
        return folio;
    }

    void attendedBy(ChatToken token, String name) {
        ContactId contact = contactOf(token);
        persistence.inTransaction(() -> gateway.attended(contact, name, true));
    }

    /** What the desk does at the end. */
    void closed(ChatToken token) throws SQLException {
        ContactId contact = contactOf(token);
        persistence
                .database()
                .execute("update contact set state = 'CLOSED', closed_at = now() where id = '" + contact + "'");
        persistence.inTransaction(() -> gateway.ended(contact));
    }

    @SuppressWarnings("unchecked")
    private Event<?> recordingEvent() {
        return (Event<Object>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if ("fire".equals(method.getName())) {
                        events.add(arguments[0]);
                    }
                    return null;
                });
    }

    @SuppressWarnings("unchecked")
    private static Signals signals(Event<?> event) {
        return new Signals((Event<mx.gob.edomex.catgem.shared.SignalRaised>) event);
    }

    private Instance<?> senders() {
        TranscriptSender sender =
                (contact, subject, language, address, title, text) -> mailed.add(address + "\n" + text);
        return (Instance<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if ("get".equals(method.getName())) {
                        return sender;
                    }
                    return false;
                });
    }

    private static MasterKey masterKey() {
        try {
            Path file = Files.createTempFile("master", ".key");
            file.toFile().deleteOnExit();
            Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
            System.setProperty(MasterKey.FILE, file.toString());
            return new MasterKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contact domain's answers, from its table. */
    private final class PlayedContacts implements ContactBook {
        @Override
        public Optional<Standing> find(ContactId contact) {
            return Sql.on(
                            persistence.entityManager(),
                            "select id, folio, matter_id, closed_at from contact where id = :id")
                    .set("id", contact)
                    .first(row -> new Standing(
                            contact,
                            new Folio(row.text("folio")),
                            new MatterId(row.uuid("matter_id")),
                            row.instant("closed_at") == null,
                            null));
        }

        @Override
        public Optional<Standing> find(Folio folio) {
            throw new UnsupportedOperationException("the chat never asks by folio");
        }
    }
}
