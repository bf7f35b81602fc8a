package mx.gob.edomex.catgem.channel.mail;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.event.Event;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Arrivals;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.channel.EntryPoints;
import mx.gob.edomex.catgem.channel.NewMessage;
import mx.gob.edomex.catgem.channel.PrivacyNotices;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.EncryptedPersonalData;
import mx.gob.edomex.catgem.security.MasterKey;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The whole mail channel on a real database and a real mail server; only what intake and the desk do is played. */
final class MailHouse implements AutoCloseable {

    static final String CENTRE = "catgem@edomex.gob.mx";
    static final String CITIZEN = "ana@correo.example";

    final TestPersistence persistence;
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    final SteppingClock clock = new SteppingClock();
    final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    final MailIntake intake;
    final MailboxFetcher fetcher;
    final MailSender sender;
    final MailGateway gateway;
    final MailedTranscripts transcripts;
    final MailedSurveys surveys;
    final MailedCheckpoints checkpoints;
    final OutboundMails outbound;
    final Quarantine quarantine;
    final QuarantineService quarantineService;
    final Conversations conversations;
    final Attachments attachments;

    private final Transactions transactions;
    private final List<Object> parts = new ArrayList<>();

    MailHouse(TestPersistence persistence) {
        this.persistence = persistence;
        transactions = new Transactions(persistence);
        server.start();
        server.setUser(CENTRE, CENTRE, "secret");
        server.setUser(CITIZEN, CITIZEN, "secret");
        // As a real mail server does: plus-addresses reach their owner.
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (message, address) -> user(address.getEmail().replaceAll("\\+[^@]*@", "@")));
        Event<?> event = recordingEvent();
        parts.addAll(
                List.of(clock, event, signals(event), masterKey(), new SimpleMeterRegistry(), new PlayedContacts()));
        part(new EncryptedPersonalData());
        part(new Alerts());
        part(new Leases());
        part(new Arrivals());
        conversations = part(new Conversations());
        attachments = part(new Attachments());
        part(new PrivacyNotices());
        parts.add(new Coordinator());
        part(new InboundMails());
        part(new Correspondents());
        outbound = part(with(new OutboundMails()));
        part(with(new MailDrafts()));
        part(new MailTexts());
        part(new Installation());
        part(new EntryPoints());
        part(new Acknowledgements());
        part(new MailThreads());
        quarantine = part(new Quarantine());
        part(new Bounces());
        part(new MailFiling());
        intake = part(with(new MailIntake()));
        gateway = part(with(new MailGateway()));
        transcripts = part(with(new MailedTranscripts()));
        surveys = part(new MailedSurveys());
        checkpoints = part(with(new MailedCheckpoints()));
        quarantineService = part(new QuarantineService());
        part(new MailWatch());
        fetcher = newFetcher();
        sender = persistence.wire(new MailSender(), parts.toArray());
        sender.settings = settings();
    }

    /** A node of its own, as after a restart; with these parts instead of the house's. */
    MailboxFetcher newFetcher(Object... instead) {
        MailboxFetcher fresh = persistence.wire(
                new MailboxFetcher(),
                Stream.concat(Arrays.stream(instead), parts.stream()).toArray());
        fresh.settings = settings();
        return fresh;
    }

    MailSettings settings() {
        return new MailSettings(
                new MailSettings.Server(
                        "127.0.0.1", server.getImap().getPort(), CENTRE, "secret", MailSettings.Protection.NONE),
                new MailSettings.Server(
                        "127.0.0.1", server.getSmtp().getPort(), null, null, MailSettings.Protection.NONE),
                CENTRE,
                Duration.ofSeconds(5));
    }

    /** Puts the bytes into the centre's inbox just as they are. */
    void arrives(byte[] raw) {
        try {
            folder("INBOX").appendMessage(new AsIs(raw), new jakarta.mail.Flags(), Date.from(clock.instant()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void arrives(String... lines) {
        arrives(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    MailFolder folder(String name) {
        return server.getManagers().getImapHostManager().getFolder(user(CENTRE), name);
    }

    /** Mails of the citizen's own inbox, oldest first. */
    List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessagesForDomain("correo.example"));
    }

    /** What intake does with every arrival that waits for it. */
    void intakeOpensAll() throws SQLException {
        for (String id : persistence.database().column("select contact_id from arrival where not opened")) {
            UUID matter = UUID.randomUUID();
            persistence
                    .database()
                    .execute(
                            """
                            insert into matter (id, topic, opened_at) values ('%1$s', 'GENERAL', now());
                            insert into contact (id, folio, channel, direction, entry_point, language, topic, priority,
                                                 subject_id, matter_id, state, first_queued_at, created_at)
                            select contact_id, '%2$s', channel, direction, entry_point, language, topic, priority,
                                   subject_id, coalesce(matter_id, '%1$s'), 'QUEUED', received_at, now()
                            from arrival where contact_id = '%3$s';
                            update arrival set opened = true where contact_id = '%3$s'
                            """
                                    .formatted(matter, Folio.next(), id));
        }
    }

    void closes(ContactId contact) throws SQLException {
        persistence
                .database()
                .execute("update contact set state = 'CLOSED', closed_at = now() where id = '" + contact + "'");
    }

    /** What the desk does when an advisor sends an answer. */
    void advisorAnswers(ContactId contact, String text, String... cc) {
        persistence.inTransaction(() -> {
            NewMessage message = NewMessage.ofText(
                    contact, Author.ADVISOR, null, UUID.randomUUID().toString(), text, clock.instant());
            transactions.joining(() -> {
                conversations.append(message);
                gateway.deliver(contact, message.id(), List.of(cc));
            });
        });
    }

    /** What the desk says in a conversation that is not on its channel. */
    void unsent(ContactId contact, String text) {
        transactions.joining(() -> conversations.append(NewMessage.ofText(
                contact, Author.ADVISOR, null, UUID.randomUUID().toString(), text, clock.instant())));
    }

    List<ConversationMessage> conversation(ContactId contact) {
        return conversations.all(contact);
    }

    List<ContactId> contacts() throws SQLException {
        return persistence.database().column("select contact_id from arrival order by received_at, contact_id").stream()
                .map(ContactId::of)
                .toList();
    }

    ContactId onlyContact() throws SQLException {
        List<ContactId> all = contacts();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " contacts");
        }
        return all.get(0);
    }

    String folioOf(ContactId contact) throws SQLException {
        return persistence.database().value("select folio from contact where id = ?", contact.value());
    }

    String value(String sql, Object... parameters) throws SQLException {
        return persistence.database().value(sql, parameters);
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser user(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        return user == null ? server.setUser(address, address, "secret") : user;
    }

    private <T> T part(T bean) {
        T transactional = transactions.around(persistence.wire(bean, parts.toArray()));
        parts.add(transactional);
        return transactional;
    }

    private MailIntake with(MailIntake bean) {
        bean.settings = settings();
        return bean;
    }

    private MailedCheckpoints with(MailedCheckpoints bean) {
        bean.settings = settings();
        return bean;
    }

    private OutboundMails with(OutboundMails bean) {
        bean.settings = settings();
        return bean;
    }

    private MailDrafts with(MailDrafts bean) {
        bean.settings = settings();
        return bean;
    }

    private MailGateway with(MailGateway bean) {
        bean.settings = settings();
        return bean;
    }

    private MailedTranscripts with(MailedTranscripts bean) {
        bean.settings = settings();
        return bean;
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
        return new Signals((Event<SignalRaised>) event);
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

    /** A message that is handed on byte by byte, however broken. */
    private static final class AsIs extends MimeMessage {

        private final byte[] raw;

        AsIs(byte[] raw) throws MessagingException {
            super(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            this.raw = raw.clone();
        }

        @Override
        public void writeTo(java.io.OutputStream out) throws IOException {
            out.write(raw);
        }

        @Override
        public void writeTo(java.io.OutputStream out, String[] ignored) throws IOException {
            out.write(raw);
        }

        @Override
        public int getSize() {
            return raw.length;
        }
    }

    private static final class Coordinator extends CurrentStaff {
        @Override
        public String username() {
            return "coordinadora1";
        }
    }

    /** The contact domain's answers, from its table. */
    private final class PlayedContacts implements ContactBook {

        private static final String SELECT = "select id, folio, matter_id, closed_at from contact where ";

        @Override
        public Optional<Standing> find(ContactId contact) {
            return Sql.on(persistence.entityManager(), SELECT + "id = :id")
                    .set("id", contact)
                    .first(PlayedContacts::read);
        }

        @Override
        public Optional<Standing> find(Folio folio) {
            return Sql.on(persistence.entityManager(), SELECT + "folio = :folio")
                    .set("folio", folio)
                    .first(PlayedContacts::read);
        }

        private static Standing read(Sql.Row row) {
            return new Standing(
                    row.contact("id"),
                    new Folio(row.text("folio")),
                    new MatterId(row.uuid("matter_id")),
                    row.instant("closed_at") == null,
                    null);
        }
    }

    /** The system's time plus what a test lets pass. */
    static final class SteppingClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void pass(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return java.time.Instant.now().plus(ahead);
        }
    }
}
