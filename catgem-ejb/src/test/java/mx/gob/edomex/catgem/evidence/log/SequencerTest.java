package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SequencerTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    @TempDir
    Path folder;

    private LogFixture log;

    @BeforeEach
    void everythingSoFarIsInTheLog() {
        log = new LogFixture(persistence, folder, Clock.systemUTC());
        log.contact(1);
        log.append();
        log.sign();
        log.append(); // that the key was published is an event too
    }

    @Test
    void everyRowGetsOnePlaceAndIsNumberedWithinItsContact() throws SQLException {
        ContactId contact = log.contact(300);

        assertThat(log.append()).isEqualTo(301);
        log.sign();

        assertThat(column("select n from log_leaf where subject = '" + contact + "' order by idx"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 301).mapToObj(String::valueOf).toList());
        isWhole();
        assertThat(log.read(null).findings()).isEmpty();
    }

    @Test
    void aRowThatIsCommittedLateIsNotForgotten() throws SQLException {
        try (Connection late = persistence.database().connection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(
                    "insert into event (kind, code, source, at, app_clock) values ('SYSTEM', 'LATE', 'SYSTEM', now(), now())");
            ContactId contact = log.contact(3);
            log.append();
            log.sign();

            // What is younger than a transaction under way has to wait for it, or the order would not be one.
            assertThat(column("select 1 from log_leaf where subject = '" + contact + "'"))
                    .isEmpty();
            late.commit();
            assertThat(log.append()).isEqualTo(5);
        }
        assertThat(column(
                        "select e.code from log_leaf l join event e on e.id = l.event_id order by l.idx desc limit 5"))
                .contains("LATE");
        isWhole();
        log.sign();
        assertThat(log.read(null).findings()).isEmpty();
    }

    @Test
    void killedAtAnyStatementItLeavesNeitherGapNorFork() throws SQLException {
        // 256 and more, so that the roots of tiles are written too.
        log.contact(280);
        int statements = 0;
        boolean done = false;
        while (!done) {
            String before = state();
            log.sequencer.entities = log.failingAt(statements);
            try {
                persistence.inTransaction(() -> log.sequencer.append(log.epoch));
                done = true;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
                assertThat(state()).isEqualTo(before);
                statements++;
            }
        }
        assertThat(statements).isGreaterThanOrEqualTo(7);
        log.sequencer.entities = persistence.entityManager();
        log.append();
        for (int n = 0; n < 6; n++) {
            log.checkpoints.entities = log.failingAt(n);
            String before = column("select count(*) from log_checkpoint").get(0);
            assertThatThrownBy(log::sign).hasMessage("killed");
            assertThat(column("select count(*) from log_checkpoint")).containsExactly(before);
        }
        log.checkpoints.entities = persistence.entityManager();

        assertThat(log.sign()).isPresent();
        isWhole();
        assertThat(log.read(null).findings()).isEmpty();
    }

    @Test
    void twoAtOnceDoNotForkAndWhoLostTheLeaseDoesNothing() throws Exception {
        log.contact(400);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> all = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> log.append()))
                    .toList();
            int sum = 0;
            for (Future<Integer> one : all) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(401);
        } finally {
            pool.shutdown();
        }
        isWhole();

        log.contact(1);
        persistence.database().execute("update lease set expires_at = now() where name = 'log-sequencer'");
        long other = persistence.inTransaction(() -> log.leases
                .acquire(Sequencer.LEASE, "another node", Duration.ofHours(1))
                .orElseThrow());
        assertThat(log.append()).isZero();
        assertThat(log.sign()).isEmpty();
        log.epoch = other;
        assertThat(log.append()).isEqualTo(2);
    }

    @Test
    void aDatabaseLoadedIntoAnotherClusterGoesOn() throws SQLException {
        log.contact(2);
        log.append();
        log.contact(2);
        log.asSuperuser(
                "update event set xact = '900000000000'", "update log_state set upto = '900000000000', upto_id = 1");

        assertThat(log.append()).isEqualTo(3);
        log.append();
        log.contact(1);
        assertThat(log.append()).isEqualTo(2);
        isWhole();
    }

    private void isWhole() throws SQLException {
        assertThat(column("select count(*) from event e where not exists"
                        + " (select 1 from log_leaf l where l.event_id = e.id)"))
                .containsExactly("0");
        assertThat(column("select count(*) = max(idx) + 1 and count(*) = (select size from log_state) from log_leaf"))
                .containsExactly("t");
    }

    private static String state() throws SQLException {
        return column("select size || ' ' || upto::text || ' ' || upto_id || ' ' || (select count(*) from log_leaf)"
                        + " || ' ' || (select count(*) from log_node) from log_state")
                .get(0);
    }

    private static List<String> column(String sql) throws SQLException {
        return persistence.database().column(sql);
    }
}
