package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.LineLimits.Verdict;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.QueueLimit.Action;
import mx.gob.edomex.catgem.contact.QueueLimit.Line;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines over their limit: turned away, sent elsewhere, offered a callback; and never round in circles. */
class OverflowTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private CentreFixture centre;

    @BeforeEach
    void emptyLines() throws SQLException {
        centre = new CentreFixture(persistence);
        persistence
                .database()
                .execute("delete from queue_limit; update contact set state = 'FAILED', closed_at = now()"
                        + " where closed_at is null");
    }

    @Test
    void whoComesToALineThatIsFullIsTurnedAwayAndAMailNever() throws SQLException {
        limit("TOPIC", "SALUD", 2, "REFUSE", null, null);
        chat("SALUD");
        chat("SALUD");
        ContactId third = chat("SALUD");
        assertThat(centre.state(third)).isEqualTo(ContactState.OVERFLOWED);
        assertThat(centre.text("select outcome from event where kind = 'STEP' and code = 'CLOSE' and contact_id = '"
                        + third + "'"))
                .isEqualTo("OVERFLOWED");
        assertThat(centre.events(ContactEnded.class)).contains(new ContactEnded(third));
        ContactId mail = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "SALUD", centre.time.instant());
        assertThat(centre.state(mail)).isEqualTo(ContactState.QUEUED);
        assertThat(verdict("SALUD")).isEqualTo(Verdict.FULL);
        assertThat(verdict("AGUA")).isEqualTo(Verdict.OPEN);
    }

    @Test
    void whatIsOverTheLimitOfATopicWaitsInAnotherOne() throws SQLException {
        limit("TOPIC", "AGUA", 1, "OVERFLOW", "TOPIC", "PREDIAL");
        chat("AGUA");
        ContactId second = chat("AGUA");
        assertThat(centre.text("select topic || ' ' || state from contact where id = '" + second + "'"))
                .isEqualTo("PREDIAL QUEUED");
        assertThat(centre.text("select (refs ->> 'from') || ' ' || (refs ->> 'to') from event"
                        + " where code = 'OVERFLOWED_TO' and contact_id = '" + second + "'"))
                .isEqualTo("AGUA PREDIAL");
    }

    @Test
    void anEntryPointOverItsLimitSendsToTheTopicOfAnother() throws SQLException {
        limit("ENTRY_POINT", "CHAT_WEB", 1, "OVERFLOW", "ENTRY_POINT", "TEL_877");
        chat("SALUD");
        assertThat(centre.text("select topic from contact where id = '" + chat("SALUD") + "'"))
                .isEqualTo("MIGRANTES");
    }

    @Test
    void aLimitThatOnlyOffersACallbackTurnsNobodyAway() throws SQLException {
        limit("TOPIC", "TRABAJO", 1, "OFFER_CALLBACK", null, null);
        chat("TRABAJO");
        assertThat(verdict("TRABAJO")).isEqualTo(Verdict.CALLBACK_OFFERED);
        assertThat(centre.state(chat("TRABAJO"))).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void theExpectedWaitIsALimitAsWell() throws SQLException {
        persistence
                .database()
                .execute("insert into queue_limit (scope, code, most_minutes, action) values"
                        + " ('TOPIC', 'JUSTICIA', 5, 'REFUSE')");
        assertThat(verdict("JUSTICIA")).as("nobody is on duty").isEqualTo(Verdict.FULL);
        centre.available("asesora20");
        assertThat(verdict("JUSTICIA")).as("somebody is free").isEqualTo(Verdict.OPEN);
        centre.as("asesora20");
        centre.run(() -> centre.presence.become(mx.gob.edomex.catgem.workforce.Presence.OFFLINE, null));
    }

    @Test
    void rulesThatGoRoundInTheDatabaseKeepTheContactInLine() throws SQLException {
        limit("TOPIC", "AGUA", 1, "OVERFLOW", "TOPIC", "PREDIAL");
        limit("TOPIC", "PREDIAL", 1, "OVERFLOW", "TOPIC", "AGUA");
        chat("AGUA");
        chat("PREDIAL");
        ContactId third = chat("AGUA");
        assertThat(centre.state(third)).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void aCircleIsSeenAlsoWhenItGoesThroughTheTopicOfAnEntryPoint() {
        Map<String, String> topics = Map.of("CHAT_WEB", "GENERAL", "TEL_877", "MIGRANTES");
        QueueLimit there = limit(Line.topic("AGUA"), Line.topic("PREDIAL"));
        QueueLimit back = limit(Line.topic("PREDIAL"), Line.topic("AGUA"));
        assertThat(there.isCircular(List.of(there), topics)).isFalse();
        assertThat(back.isCircular(List.of(there, back), topics)).isTrue();
        assertThat(limit(Line.topic("AGUA"), Line.topic("AGUA")).isCircular(List.of(), topics))
                .isTrue();
        QueueLimit byEntry = limit(Line.topic("MIGRANTES"), Line.entryPoint("TEL_877"));
        assertThat(byEntry.isCircular(List.of(byEntry), topics)).isTrue();
        QueueLimit longWay = limit(Line.topic("SALUD"), Line.topic("AGUA"));
        assertThat(longWay.isCircular(List.of(there, back, longWay), topics))
                .as("a circle of others is not this one's")
                .isFalse();
    }

    /**
     * As many as four consumers open at once: nothing is lost, each is in one state, the limit is exact. The profile bench
     * has ten thousand come.
     */
    @Test
    void thousandsThatComeInAMinuteAreEachInOneState() throws Exception {
        int all = Integer.getInteger("catgem.test.arrivals", 1_000);
        int most = 200;
        limit("TOPIC", "VEHICULOS", most, "REFUSE", null, null);
        List<ContactId> arrivals = new ArrayList<>();
        for (int batch = 0; batch < all / 500; batch++) {
            List<ContactId> some = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                some.add(ContactId.random());
            }
            centre.run(() -> some.forEach(id -> centre.arrivals.record(new NewArrival(
                    id,
                    Channel.CHAT,
                    "CHAT_WEB",
                    null,
                    "VEHICULOS",
                    null,
                    SubjectId.random(),
                    null,
                    null,
                    null,
                    centre.time.instant(),
                    null))));
            arrivals.addAll(some);
            centre.events.clear();
        }
        ExecutorService consumers = Executors.newFixedThreadPool(4);
        List<Callable<Void>> work = new ArrayList<>();
        arrivals.forEach(id -> work.add(() -> {
            centre.does(() -> centre.intake.open(id));
            if (centre.events.size() > 500) {
                centre.events.clear(); // every one more copies them all
            }
            return null;
        }));
        for (Future<Void> done : consumers.invokeAll(work)) {
            done.get();
        }
        consumers.shutdown();
        Map<String, Integer> states = new HashMap<>();
        for (String state : List.of("QUEUED", "OVERFLOWED")) {
            states.put(
                    state,
                    centre.integer(
                            "select count(*) from contact where topic = 'VEHICULOS' and state = '" + state + "'"));
        }
        assertThat(states).isEqualTo(Map.of("QUEUED", most, "OVERFLOWED", all - most));
        assertThat(centre.integer("select count(*) from event e join contact c on c.id = e.contact_id"
                        + " where c.topic = 'VEHICULOS' and e.code = 'OVERFLOWED'"))
                .isEqualTo(all - most);
    }

    private ContactId chat(String topic) {
        return centre.aQueued(Channel.CHAT, Priority.NORMAL, topic, centre.time.instant());
    }

    private Verdict verdict(String topic) {
        return centre.does(() -> centre.limits.of("CHAT_WEB", topic, Channel.CHAT, Language.ES));
    }

    private static QueueLimit limit(Line line, Line to) {
        return new QueueLimit(line, 5, null, Action.OVERFLOW, to);
    }

    private static void limit(String scope, String code, int most, String action, String toScope, String to)
            throws SQLException {
        persistence
                .database()
                .execute(
                        "insert into queue_limit (scope, code, most_waiting, action, to_scope, to_code) values ('%s', '%s', %d, '%s', %s, %s)"
                                .formatted(
                                        scope,
                                        code,
                                        most,
                                        action,
                                        toScope == null ? "null" : "'" + toScope + "'",
                                        to == null ? "null" : "'" + to + "'"));
    }
}
