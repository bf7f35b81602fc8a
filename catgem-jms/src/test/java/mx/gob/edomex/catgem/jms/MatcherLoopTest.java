package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.Leases;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // no container fills the fields here
class MatcherLoopTest {

    private final CountDownLatch asked = new CountDownLatch(2);

    @Test
    void anErrorDoesNotEndTheLoopAndItsEndCanBeSeen() throws InterruptedException {
        MatcherLoop loop = new MatcherLoop();
        loop.leases = new Leases() {
            @Override
            public OptionalLong acquire(String name, String owner, Duration length) {
                asked.countDown();
                if (asked.getCount() > 0) {
                    throw new NoClassDefFoundError("an error of the machine");
                }
                return OptionalLong.empty();
            }

            @Override
            public void release(String name, String owner) {
                // Nothing is held.
            }
        };
        Thread thread = new Thread(loop::run, "matcher");
        thread.start();
        assertThat(asked.await(20, TimeUnit.SECONDS)).as("started over").isTrue();
        assertThat(loop.isRunning()).isTrue();
        loop.stop();
        thread.join();
        assertThat(loop.isRunning()).isFalse();
    }
}
