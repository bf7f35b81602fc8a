package mx.gob.edomex.catgem.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final AtomicLong now = new AtomicLong();
    private final Buckets buckets = new Buckets(3, 0.5, now::get);

    @Test
    void soManyAtOnceAndThenAsTheBucketFills() {
        assertThat(taken("a", 5)).isEqualTo(3);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(buckets.take("a")).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(buckets.take("a")).isTrue();
        assertThat(buckets.take("a")).isFalse();
    }

    @Test
    void theWaitIsSaidInWholeSeconds() {
        taken("a", 3);
        assertThat(buckets.secondsToWait("a")).hasValue(2);
        now.addAndGet(Duration.ofMillis(1_500).toNanos());
        assertThat(buckets.secondsToWait("a")).hasValue(1);
    }

    @Test
    void aFloodOfKeysDoesNotForgetTheBusyOne() {
        taken("busy", 3);
        for (int i = 0; i < 20_000; i++) {
            buckets.take("flood" + i);
        }
        assertThat(buckets.take("busy")).isFalse();
    }

    @Test
    void oneKeyDoesNotPayForAnother() {
        taken("a", 5);
        assertThat(taken("b", 5)).isEqualTo(3);
    }

    @Test
    void aRefusalCostsNothing() {
        taken("a", 100);
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(taken("a", 5)).isEqualTo(3);
    }

    private long taken(String key, int tries) {
        long taken = 0;
        for (int i = 0; i < tries; i++) {
            if (buckets.take(key)) {
                taken++;
            }
        }
        return taken;
    }
}
