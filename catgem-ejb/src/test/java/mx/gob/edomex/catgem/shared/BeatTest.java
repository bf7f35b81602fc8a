package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.control.RequestContextController;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeatTest {
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Requests requests = new Requests();
    private final Beat beat = new Beat(requests);
    private final List<Thread> begun = new CopyOnWriteArrayList<>();

    BeatTest() {
        beat.threads = work -> {
            Thread thread = new Thread(work, "beat of a test");
            begun.add(thread);
            return thread;
        };
    }

    @AfterEach
    void stop() {
        beat.stop();
    }

    @Test
    void workIsDoneAgainAfterItFailed() throws InterruptedException {
        BlockingQueue<Integer> times = new LinkedBlockingQueue<>();
        AtomicInteger count = new AtomicInteger();
        beat.every(SHORT, () -> {
            times.add(count.incrementAndGet());
            switch (count.get()) {
                case 1 -> throw new IllegalStateException("the first time");
                case 2 -> throw new AssertionError("the second time");
                default -> {}
            }
        });
        for (int time = 1; time <= 3; time++) {
            assertThat(times.poll(10, TimeUnit.SECONDS)).isEqualTo(time);
        }
    }

    @Test
    void eachTimeIsARequestOfItsOwn() throws InterruptedException {
        BlockingQueue<Boolean> active = new LinkedBlockingQueue<>();
        beat.every(SHORT, () -> active.add(requests.active.get()));
        assertThat(active.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(active.poll(10, TimeUnit.SECONDS)).isTrue();
        beat.stop();
        assertThat(requests.active).isFalse();
        assertThat(requests.begun.get()).isGreaterThan(1);
    }

    @Test
    void whatIsUnderWayAtTheEndFinishesAndNothingFollows() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        beat.every(SHORT, () -> {
            underWay.countDown();
            try {
                Thread.sleep(200);
                finished.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(underWay.await(10, TimeUnit.SECONDS)).isTrue();
        beat.stop();
        assertThat(finished).hasValue(1);
        assertThat(begun).hasSize(1).noneMatch(Thread::isAlive);
    }

    private static final class Requests implements RequestContextController {
        private final AtomicBoolean active = new AtomicBoolean();
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public boolean activate() {
            begun.incrementAndGet();
            return active.compareAndSet(false, true);
        }

        @Override
        public void deactivate() {
            active.set(false);
        }
    }
}
