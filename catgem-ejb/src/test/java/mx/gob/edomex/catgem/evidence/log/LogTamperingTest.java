package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who owns the database changes what happened; somebody else finds it. */
class LogTamperingTest {

    // A database for each test: what is done to it cannot be undone.
    @RegisterExtension
    final TestPersistence persistence = TestPersistence.production();

    @TempDir
    Path folder;

    private LogFixture log;
    private ContactId contact;
    private SignedNote held;

    @BeforeEach
    void aLogThatWasSignedTwice() {
        persistence.database().open();
        log = new LogFixture(persistence, folder, Clock.systemUTC());
        log.contact(4);
        log.append();
        log.sign();
        contact = log.contact(5);
        log.append();
        held = log.sign().orElseThrow();
        log.contact(1);
        log.append();
        log.sign();
        assertThat(log.read(held).findings()).isEmpty();
    }

    @AfterEach
    void close() {
        persistence.afterAll(null);
    }

    private String index() throws SQLException {
        return persistence.database().value("select min(idx) from log_leaf where subject = '" + contact + "'");
    }

    @Test
    void aRowThatWasRewrittenIsNamed() throws SQLException {
        log.asSuperuser("update event set staff = 'asesora02' where contact_id = '" + contact + "' and k = 1");

        assertThat(log.read(null).findings()).containsExactly("leaf:" + index());
    }

    @Test
    void aRowThatWasDeletedIsNamed() throws SQLException {
        String event = persistence.database().value("select min(id) from event where contact_id = '" + contact + "'");
        log.asSuperuser("delete from event where id = " + event);

        assertThat(log.read(null).findings()).containsExactly("event:" + event);
    }

    @Test
    void aRowRewrittenWithItsHashIsFoundByWhatWasSigned() throws SQLException {
        log.asSuperuser("update event set staff = 'asesora02' where contact_id = '" + contact + "' and k = 1");
        hashAnew();

        long size = Checkpoint.of(held).size();
        String before = persistence.database().value("select max(size) from log_checkpoint where size < " + size);
        assertThat(log.read(null).findings()).containsExactly("leaf:" + before + "-" + size);
        // And nothing more is signed.
        log.contact(1);
        log.append();
        assertThatThrownBy(log::sign).isInstanceOf(LogDamaged.class);
    }

    @Test
    void aLogSignedAnewByWhoStoleTheKeyIsFoundByTheWitness() throws SQLException {
        log.asSuperuser("update event set staff = 'asesora02' where contact_id = '" + contact + "' and k = 1");
        hashAnew();
        log.asSuperuser("truncate log_checkpoint cascade");
        Path thief = folder.resolve("thief");
        thief.toFile().mkdir();
        log.checkpoints.memory = new NodeMemory(thief);
        log.sign();

        assertThat(log.read(null).findings()).isEmpty();
        assertThat(log.read(held).findings())
                .containsExactly("witness:" + Checkpoint.of(held).size());
        log.checkpoints.memory = log.memory;
        log.contact(1);
        log.append();
        assertThatThrownBy(log::sign).isInstanceOf(LogDamaged.class).hasMessageContaining("memory:");
    }

    @Test
    void aTailThatWasCutOffIsFoundByTheWitness() {
        long size = Checkpoint.of(held).size() - 3;
        cutTo(size);

        assertThat(log.read(null).findings()).isEmpty();
        assertThat(log.read(held).findings()).containsExactly("witness:" + (size + 3));
        log.contact(1);
        log.append();
        assertThatThrownBy(log::sign).isInstanceOf(LogDamaged.class).hasMessageContaining("memory:");
    }

    @Test
    void anOldCopyThatWentOnOtherwiseIsFoundByTheWitnessAndNotSigned() throws SQLException {
        NodeWitness witness = new NodeWitness(new NodeMemory(folder("witness")), "nodo-2");
        assertThat(persistence.inTransaction(() -> log.witnessing.show(witness)))
                .isTrue();
        assertThat(persistence.inTransaction(() -> log.witnessing.show(witness)))
                .isFalse();
        cutTo(Checkpoint.of(held).size() - 3);
        log.contact(8);
        log.append();
        log.checkpoints.memory = new NodeMemory(folder("thief"));
        log.sign();

        assertThat(log.read(held).findings())
                .containsExactly("witness:" + Checkpoint.of(held).size());
        assertThatThrownBy(() -> persistence.inTransaction(() -> log.witnessing.show(witness)))
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("witness:");
    }

    @Test
    void aShorterLogThanItsStateSaysIsNotAppendedTo() {
        log.asSuperuser("delete from log_leaf where idx = (select max(idx) from log_leaf)");
        log.contact(1);

        assertThatThrownBy(log::append).isInstanceOf(LogDamaged.class).hasMessageContaining("leaf:");
        assertThat(log.read(held).findings()).hasSize(2).allMatch(place -> place.matches("(leaf|checkpoint):[0-9]+"));
    }

    @Test
    void whatWasNeverTakenIsNamed() throws SQLException {
        log.persistence
                .database()
                .execute("set session_replication_role = replica; insert into event (kind, code, source, at,"
                        + " app_clock, recorded_at, xact) values ('SYSTEM', 'SLIPPED_IN', 'SYSTEM', now(), now(), now() - interval"
                        + " '1 day', '3')");
        String event = persistence.database().value("select max(id) from event");

        assertThat(log.append()).isZero();
        assertThat(log.read(null).findings()).containsExactly("event:" + event);
    }

    @Test
    void whatAWitnessSignedIsInTheCheckpointAndVerifies() {
        NodeWitness witness = new NodeWitness(new NodeMemory(folder("witness")), "nodo-2");
        persistence.inTransaction(() -> log.witnessing.show(witness));

        SignedNote last =
                persistence.inTransaction(() -> log.checkpoints.last()).orElseThrow();
        assertThat(witness.verifier().hasSigned(last)).isTrue();
        assertThat(persistence.inTransaction(() -> log.keys.published())).contains(witness.verifier());
        assertThat(persistence.inTransaction(() -> log.checkpoints.lastWitnessed()))
                .isPresent();
    }

    @Test
    void anotherKeyGoesOnAndTheOldOneStaysPublished() throws SQLException {
        log.key(7);
        assertThat(log.sign()).isEmpty();
        log.contact(1);
        log.append();
        SignedNote signed = log.sign().orElseThrow();

        VerifierKey fresh = persistence.inTransaction(() -> log.keys.signer().verifier());
        assertThat(fresh.hasSigned(signed)).isTrue();
        assertThat(fresh.hasSigned(held)).isFalse();
        assertThat(persistence.inTransaction(() -> log.keys.published()))
                .hasSize(2)
                .allMatch(key -> key.equals(fresh) || key.hasSigned(held));
        assertThat(persistence.database().column("select refs ->> 'key' from event where code = 'LOG_KEY' order by id"))
                .hasSize(2)
                .endsWith(fresh.idText());
        log.append();
        log.sign();
        assertThat(log.read(held).findings()).isEmpty();
    }

    @Test
    void withoutItsKeyNothingStarts() {
        log.keys.file = null;
        assertThatThrownBy(() -> log.keys.signer())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(LogKeys.FILE);
        log.keys.file = folder.resolve("none").toString();
        assertThatThrownBy(() -> log.keys.signer()).hasMessageContaining("cannot be read");
    }

    @Test
    void aHeartbeatTellsOfClocksThatDifferAndOfRowsThatWait() throws SQLException {
        persistence.inTransaction(() -> log.heartbeats.beat("nodo 1", log.now().plusMillis(300)));
        assertThat(alerts()).isEmpty();
        persistence.inTransaction(() -> log.heartbeats.beat("nodo 1", log.now().minus(Duration.ofSeconds(5))));
        assertThat(alerts()).containsExactly("CLOCKS_DIFFER");
        persistence.inTransaction(() -> log.heartbeats.beat("nodo 1", log.now()));
        assertThat(alerts()).isEmpty();
        assertThat(persistence.database().column("select refs ->> 'node' from event where code = 'HEARTBEAT'"))
                .containsOnly("nodo_1")
                .hasSize(3);
        persistence
                .database()
                .execute("set session_replication_role = replica; update event set recorded_at = now() -"
                        + " interval '2 minutes' where code = 'HEARTBEAT'");
        persistence.inTransaction(() -> log.heartbeats.beat("nodo 1", log.now()));
        assertThat(alerts()).containsExactly("LOG_LAGS");
    }

    private List<String> alerts() throws SQLException {
        return persistence.database().column("select kind from alert where ended_at is null");
    }

    /** What somebody does who knows how leaves are made. */
    private void hashAnew() {
        Map<Long, byte[]> hashes = persistence.inTransaction(() -> persistence.wire(new LogRows()).lines(0).stream()
                .collect(Collectors.toMap(LogRows.Line::index, LogRows.Line::computed)));
        hashes.forEach((index, hash) -> log.asSuperuser(
                "update log_leaf set hash = '\\x" + HexFormat.of().formatHex(hash) + "' where idx = " + index));
    }

    private void cutTo(long size) {
        log.asSuperuser(
                "delete from event where id in (select event_id from log_leaf where idx >= " + size + ")",
                "delete from event where id > (select max(event_id) from log_leaf)",
                "delete from log_leaf where idx >= " + size,
                "delete from log_cosignature where size > " + size,
                "delete from log_checkpoint where size > " + size,
                "update log_state set size = " + size);
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
