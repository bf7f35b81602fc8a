package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a heartbeat tells of the clocks when there is a time outside to compare them with. */
class HeartbeatsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    @TempDir
    Path folder;

    private final NtpResponder responder = new NtpResponder();
    private final AtomicLong nanos = new AtomicLong();
    private LogFixture log;

    @BeforeEach
    void aLogThatAsksOutside() {
        log = new LogFixture(persistence, folder, Clock.systemUTC());
        persistence.wire(log.heartbeats, new OutsideClock(responder.address(), nanos::get));
        log.asSuperuser("delete from alert", "delete from event where code = 'HEARTBEAT'");
    }

    @AfterEach
    void close() {
        responder.close();
    }

    @Test
    void theLeafHasTheSourceAndTheOffsetFromIt() throws SQLException {
        responder.ahead = Duration.ofMillis(-400);
        ask();
        beat("nodo-1", Duration.ofMillis(200));

        ClockReading reading = last();
        assertThat(reading.source()).isEqualTo(responder.address());
        assertThat(reading.offset()).isBetween(Duration.ofMillis(100), Duration.ofMillis(250));
        assertThat(reading.sourceOffset()).isBetween(Duration.ofMillis(400), Duration.ofMillis(650));
        assertThat(persistence.inTransaction(() -> log.standing.now()).clocks()).isEqualTo(reading);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aClockThatIsMoreThanASecondOffRaisesAnAlertUntilItIsRight() throws SQLException {
        responder.ahead = Duration.ofMillis(1500);
        ask();
        beat("nodo-1", Duration.ZERO);
        assertThat(alerts()).containsExactly("CLOCK_OFF_SOURCE nodo-1");

        responder.ahead = Duration.ZERO;
        ask();
        beat("nodo-2", Duration.ZERO);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aNodeThatIsRightDoesNotHideADatabaseThatIsNot() throws SQLException {
        responder.ahead = Duration.ofMillis(1500);
        ask();
        beat("nodo-1", Duration.ofMillis(900));

        assertThat(last().sourceOffset().abs()).isLessThan(ClockReading.LIMIT);
        assertThat(alerts()).containsExactly("CLOCK_OFF_SOURCE nodo-1");
    }

    @Test
    void aSourceThatFallsSilentIsToldAndClearsNoAlert() throws SQLException {
        responder.ahead = Duration.ofSeconds(-3);
        ask();
        beat("nodo-1", Duration.ZERO);
        pass(Duration.ofMinutes(4));
        beat("nodo-1", Duration.ZERO);
        assertThat(last().source()).isEqualTo(responder.address());
        assertThat(last().isAnswered()).isFalse();
        assertThat(alerts()).containsExactly("CLOCK_OFF_SOURCE nodo-1");

        pass(Duration.ofMinutes(1));
        beat("nodo-1", Duration.ZERO);
        assertThat(alerts()).containsExactly("CLOCK_OFF_SOURCE nodo-1", "CLOCK_SOURCE_SILENT " + responder.address());

        responder.ahead = Duration.ZERO;
        ask();
        beat("nodo-1", Duration.ZERO);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void withoutASourceTheLeafSaysNothingOfOne() throws SQLException {
        persistence.wire(log.heartbeats, new OutsideClock(null, nanos::get));
        pass(Duration.ofHours(1));
        beat("nodo-1", Duration.ZERO);
        assertThat(persistence.database().value("select refs - 'offset' from event where code = 'HEARTBEAT'"))
                .isEqualTo("{\"node\": \"nodo-1\"}");
        assertThat(last().source()).isNull();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void bothVerifiersTakeADayWithSuchLeaves() throws IOException {
        log.contact(2);
        beat("nodo-1", Duration.ZERO);
        log.append();
        log.sign();
        ask();
        beat("nodo-1", Duration.ZERO);
        log.append();
        log.sign();
        Path day = folder.resolve("day.zip");
        persistence.inTransaction(() -> {
            try (OutputStream out = Files.newOutputStream(day)) {
                BundleContent content =
                        log.bundles.ofDay(LocalDay.of(log.now(), ZoneId.of("America/Mexico_City")), null);
                log.bundles.write(out, content, "day", "auditora", Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(new OpenBundle(Files.readAllBytes(day)).text("leaves.jsonl"))
                .contains("\"source\":\"" + responder.address() + "\",\"sourceOffset\":\"");
        assertThat(Verifiers.java(day)).startsWith("0 ");
        assertThat(Verifiers.python(List.of(day)).values()).containsOnly("VALID");
    }

    private void ask() {
        log.heartbeats.outside.ask();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** @param ahead of the node's clock, compared with this machine's, which is the database's too */
    private void beat(String node, Duration ahead) {
        persistence.inTransaction(() -> log.heartbeats.beat(node, Instant.now().plus(ahead)));
    }

    private ClockReading last() {
        return persistence.inTransaction(() -> log.heartbeats.last()).orElseThrow();
    }

    private List<String> alerts() throws SQLException {
        return persistence
                .database()
                .column("select kind || ' ' || detail from alert where ended_at is null order by kind");
    }
}
