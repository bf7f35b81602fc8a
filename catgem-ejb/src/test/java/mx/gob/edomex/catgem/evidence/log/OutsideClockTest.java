package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The time outside, from a server that answers as it is told to. */
class OutsideClockTest {

    private static final Duration AHEAD = Duration.ofSeconds(40);

    private final NtpResponder responder = new NtpResponder();
    private final AtomicLong nanos = new AtomicLong();
    private final OutsideClock clock = new OutsideClock(responder.address(), nanos::get);

    @AfterEach
    void close() {
        responder.close();
    }

    @Test
    void theTimeIsThatOfItsSourceAndGoesOnByTheRunningTimer() {
        responder.ahead = AHEAD;
        clock.ask();
        Instant there = clock.time().orElseThrow();
        assertThat(there).isCloseTo(Instant.now().plus(AHEAD), within(500, ChronoUnit.MILLIS));

        pass(Duration.ofSeconds(30));
        assertThat(clock.time()).contains(there.plusSeconds(30));
    }

    @Test
    void anOldAnswerIsNoneAndFiveMinutesWithoutOneAreSilence() {
        clock.ask();
        pass(Duration.ofSeconds(119));
        assertThat(clock.time()).isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(clock.time()).isEmpty();
        assertThat(clock.isSilent()).isFalse();
        pass(Duration.ofMinutes(3));
        assertThat(clock.isSilent()).isTrue();

        clock.ask();
        assertThat(clock.isSilent()).isFalse();
        assertThat(clock.time()).isPresent();
    }

    @Test
    void aSourceThatNeverAnsweredIsSilentToo() {
        responder.silent = true;
        assertThatThrownBy(clock::ask).isInstanceOf(UncheckedIOException.class);
        assertThat(clock.time()).isEmpty();
        pass(Duration.ofMinutes(5));
        assertThat(clock.isSilent()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatDoesNotTellTheTimeIsNoAnswer(String what, Consumer<NtpResponder> how) {
        how.accept(responder);
        assertThatThrownBy(clock::ask).as(what).isInstanceOf(UncheckedIOException.class);
        assertThat(clock.time()).isEmpty();
    }

    static Stream<Arguments> whatDoesNotTellTheTimeIsNoAnswer() {
        return Stream.of(
                how("it lost its own source", responder -> responder.leap = 3),
                how("it was asked too often", responder -> responder.stratum = 0),
                how("it is not synchronised", responder -> responder.stratum = 16),
                how("it is no server", responder -> responder.mode = 3),
                how("it answers another question", responder -> responder.answersAnotherQuestion = true));
    }

    private static Arguments how(String what, Consumer<NtpResponder> how) {
        return Arguments.of(what, how);
    }

    @Test
    void withoutASourceNobodyIsMissed() {
        OutsideClock none = new OutsideClock(" ", nanos::get);
        pass(Duration.ofHours(1));
        assertThat(none.source()).isEmpty();
        assertThat(none.time()).isEmpty();
        assertThat(none.isSilent()).isFalse();
    }

    @Test
    void aSourceIsAHostWithOrWithoutAPort() {
        assertThat(new OutsideClock("hora.example", nanos::get).source()).contains("hora.example");
        assertThat(new OutsideClock("hora.example:1123", nanos::get).source()).contains("hora.example:1123");
        assertThat(new OutsideClock("[::1]:1123", nanos::get).source()).contains("_::1_:1123");
        assertThatThrownBy(() -> new OutsideClock("hora:example:1", nanos::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(OutsideClock.SETTING);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
