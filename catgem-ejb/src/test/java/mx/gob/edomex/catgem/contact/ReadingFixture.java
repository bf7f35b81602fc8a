package mx.gob.edomex.catgem.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Conversations;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.evidence.Timeline;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.EncryptedPersonalData;
import mx.gob.edomex.catgem.security.MasterKey;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** Contacts as the database holds them, and the services that read them, for a caller with the roles a test names. */
final class ReadingFixture {

    static final Instant NOW = Instant.parse("2026-03-03T06:00:00Z"); // local midnight

    final TestPersistence persistence;
    final EncryptedPersonalData personalData;
    final WordTokens wordTokens;
    final StepRecorder recorder;
    final Caller caller = new Caller();
    final ContactReading reading;
    final FolioReading folios;
    final ContactQueries contacts;
    final QueueQueries queue;

    ReadingFixture(TestPersistence persistence) {
        this.persistence = persistence;
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        personalData = persistence.wire(new EncryptedPersonalData(), masterKey());
        recorder = persistence.wire(new StepRecorder(), clock);
        wordTokens = persistence.wire(new WordTokens(), personalData);
        reading = persistence.wire(new ContactReading(), personalData);
        Conversations conversations = persistence.wire(new Conversations(), personalData);
        folios = persistence.wire(
                new FolioReading(),
                reading,
                conversations,
                personalData,
                clock,
                persistence.wire(new Checklist()),
                persistence.wire(new Timeline()));
        contacts = persistence.wire(
                new ContactQueries(),
                reading,
                folios,
                wordTokens,
                persistence.wire(new EventLedger(), clock),
                caller,
                clock);
        queue = persistence.wire(new QueueQueries(), clock);
    }

    static final class Caller extends CurrentStaff {
        private String username = "supervisora";
        private Set<String> roles = Set.of("supervisor");

        void is(String name, String... has) {
            username = name;
            roles = Set.of(has);
        }

        @Override
        public String username() {
            return username;
        }

        @Override
        public boolean has(String role) {
            return roles.contains(role);
        }
    }

    /** A person with an account who may attend. */
    void advisor(String username) {
        persistence.inTransaction(() -> {
            Sql.on(
                            persistence.entityManager(),
                            """
                            insert into app_user (username, staff_number, display_name, password)
                            values (:u, 'E-' || :u, 'Persona ' || :u, 'x') on conflict do nothing
                            """)
                    .set("u", username)
                    .update();
            Sql.on(
                            persistence.entityManager(),
                            "insert into advisor (username, presence) values (:u, 'AVAILABLE') on conflict do nothing")
                    .set("u", username)
                    .update();
        });
    }

    /** What the tests say of a contact; the rest is usual. */
    static final class Given {
        Channel channel = Channel.CHAT;
        String topic = "LICENCIAS";
        String state = "QUEUED";
        String priority = "NORMAL";
        String advisor;
        String outcome;
        Instant created = NOW.minusSeconds(30);
        Instant connected;
        Instant delivered;
        String title = "Licencia de Doña Invención";
        String says = "Perdí mi licencia en Nezahualcóyotl";
        UUID matter = UUID.randomUUID();
        boolean returned;
    }

    Folio contact(Given given) {
        return persistence.inTransaction(() -> {
            Folio folio = Folio.next();
            ContactId id = ContactId.random();
            SubjectId subject = SubjectId.random();
            personalData.ensure(subject);
            personalData.put(subject, "name", "Invención Inventada");
            personalData.put(subject, "email", "invencion@example.org");
            byte[] title = personalData.seal(subject, given.title);
            sql("insert into matter (id, topic, opened_at) values (:matter, :topic, :created) on conflict do nothing")
                    .set("matter", given.matter)
                    .set("topic", given.topic)
                    .set("created", given.created)
                    .update();
            sql("""
                            insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id,
                                                 title_sealed, received_at, opened)
                            values (:id, :channel, 'API', 'ES', :topic, :priority, :subject, :title, :created, true)
                            """)
                    .set("id", id)
                    .set("channel", given.channel)
                    .set("topic", given.topic)
                    .set("priority", given.priority)
                    .set("subject", subject)
                    .set("title", title)
                    .set("created", given.created)
                    .update();
            sql("""
                            insert into contact (id, folio, channel, direction, entry_point, language, topic, priority,
                                                 subject_id, matter_id, title_sealed, state, outcome, advisor, leg, returned,
                                                 first_queued_at, connected_at, delivered_at, closed_at, created_at)
                            values (:id, :folio, :channel, 'INBOUND', 'API', 'ES', :topic, :priority, :subject, :matter,
                                    :title, :state, :outcome, :advisor, 1, :returned, :created,
                                    cast(:connected as timestamptz), cast(:delivered as timestamptz),
                                    case when :state in ('CLOSED', 'ABANDONED_IN_QUEUE') then cast(:now as timestamptz) end,
                                    :created)
                            """)
                    .set("id", id)
                    .set("folio", folio)
                    .set("channel", given.channel)
                    .set("topic", given.topic)
                    .set("priority", given.priority)
                    .set("subject", subject)
                    .set("matter", given.matter)
                    .set("title", title)
                    .set("state", given.state)
                    .set("outcome", given.outcome)
                    .set("advisor", given.advisor)
                    .set("returned", given.returned)
                    .set("created", given.created)
                    .set("connected", given.connected == null ? null : given.connected.toString())
                    .set("delivered", given.delivered == null ? null : given.delivered.toString())
                    .set("now", NOW)
                    .update();
            if (given.advisor != null && given.connected != null) {
                sql("insert into leg (contact_id, number, advisor, points, connected_at) values (:id, 1, :a, 33, :at)")
                        .set("id", id)
                        .set("a", given.advisor)
                        .set("at", given.connected)
                        .update();
            }
            sql("""
                            insert into message (id, contact_id, seq, author, client_id, subject_id, body_sealed, at)
                            values (gen_random_uuid(), :id, 1, 'CITIZEN', 'c1', :subject, :body, :created)
                            """)
                    .set("id", id)
                    .set("subject", subject)
                    .set("body", personalData.seal(subject, given.says))
                    .set("created", given.created)
                    .update();
            sql("insert into contact_search (contact_id, subject_id, words)"
                            + " values (:id, :subject, array_to_tsvector(string_to_array(:words, ',')))")
                    .set("id", id)
                    .set("subject", subject)
                    .set("words", wordTokens.tokens(given.title + " " + given.says))
                    .update();
            recorder.begin(id, given.channel.procedure(), given.created);
            recorder.done(id, Act.ENTERS_QUEUE, Basis.MEASURED, Actor.SYSTEM, given.created);
            return folio;
        });
    }

    private Sql sql(String text) {
        return Sql.on(persistence.entityManager(), text);
    }

    private static MasterKey masterKey() {
        try {
            Path file = Files.createTempFile("catgem-test", ".key");
            Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
            file.toFile().deleteOnExit();
            System.setProperty(MasterKey.FILE, file.toString());
            return new MasterKey();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often the ledger holds a fact about a contact. */
    int facts(String code, Folio folio) {
        return persistence.inTransaction(
                () -> sql("select count(*) as n from event e join contact c on c.id = e.contact_id"
                                + " where c.folio = :folio and e.code = :code")
                        .set("folio", folio)
                        .set("code", code)
                        .first(row -> row.number("n"))
                        .orElseThrow());
    }
}
