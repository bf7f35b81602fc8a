package mx.gob.edomex.catgem.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedWindowLimiterTest {

    private static final Instant START = Instant.parse("2026-03-02T18:00:10Z");

    private Instant now = START;
    private final FixedWindowLimiter limiter = new FixedWindowLimiter(new Hand(), 3, Duration.ofMinutes(1), 100);

    @Test
    void lettingThroughEndsAtTheLimit() {
        IntStream.range(0, 3)
                .forEach(call -> assertThat(limiter.secondsToWait("a")).isEmpty());

        assertThat(limiter.secondsToWait("a")).hasValue(50);
    }

    @Test
    void aNewWindowLetsThroughAgain() {
        IntStream.range(0, 9).forEach(call -> limiter.secondsToWait("a"));
        now = START.plusSeconds(49);
        assertThat(limiter.secondsToWait("a")).hasValue(1);

        now = START.plusSeconds(50);
        assertThat(limiter.secondsToWait("a")).isEmpty();
    }

    @Test
    void addressesDoNotCountForEachOther() {
        IntStream.range(0, 9).forEach(call -> limiter.secondsToWait("a"));

        assertThat(limiter.secondsToWait("b")).isEmpty();
    }

    @Test
    void aFloodOfAddressesDoesNotForgetTheBusyOne() {
        for (int i = 0; i < 1000; i++) {
            limiter.secondsToWait("flood" + i);
            limiter.secondsToWait("busy");
        }

        assertThat(limiter.secondsToWait("busy")).isPresent();
    }

    private final class Hand extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
