package mx.gob.edomex.catgem.tests.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.tests.api.ApiClient;

/** Hands over contacts before, during and after a fault, as a careful program does: what got no answer is repeated. */
final class Citizens implements AutoCloseable {

    private final ApiClient program;
    private final String series;
    private final AtomicInteger sent = new AtomicInteger();
    private final Set<Integer> unanswered = new ConcurrentSkipListSet<>();
    /** When each that was taken came, and when that was confirmed. */
    private final Map<Instant, Instant> taken = new ConcurrentSkipListMap<>();

    private volatile boolean coming;
    private Thread thread;

    Citizens(ApiClient program, String series) {
        this.program = program;
        this.series = series;
    }

    void handOver(int contacts) throws InterruptedException {
        for (int i = 0; i < contacts; i++) {
            hand(sent.incrementAndGet());
        }
    }

    /** From now on about four a second, whether or not the server answers. */
    void keepComing() {
        coming = true;
        thread = new Thread(this::come, "citizens-" + series);
        thread.start();
    }

    void stop() throws InterruptedException {
        coming = false;
        if (thread != null) {
            thread.join();
            thread = null;
        }
    }

    void repeatWhatWasNotAnswered() throws InterruptedException {
        for (int tries = 0; tries < 60 && !unanswered.isEmpty(); tries++) {
            for (int number : unanswered) {
                hand(number);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        if (!unanswered.isEmpty()) {
            throw new AssertionError("never accepted: " + unanswered);
        }
    }

    int sent() {
        return sent.get();
    }

    String series() {
        return series;
    }

    /** Seconds until somebody who came after the moment had been taken. */
    double takenAfter(Instant moment) throws InterruptedException {
        for (int tries = 0; tries < 600 && taken.keySet().stream().noneMatch(came -> came.isAfter(moment)); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Instant first = taken.entrySet().stream()
                .filter(contact -> contact.getKey().isAfter(moment))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError("nobody was taken any more"));
        return Duration.between(moment, first).toMillis() / 1000.0;
    }

    /** Handed over, and the server has not said that it has them. */
    int unanswered() {
        return unanswered.size();
    }

    private void come() {
        try {
            // Some dozens only, so that a slow restart does not make the work endless.
            for (int i = 0; coming && i < 40; i++) {
                hand(sent.incrementAndGet());
                TimeUnit.MILLISECONDS.sleep(250);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(int number) throws InterruptedException {
        Instant came = Instant.now();
        unanswered.add(number);
        try {
            int status = program.hand("Pregunta número " + number, series + "-" + number)
                    .status();
            if (status == 201 || status == 200 || status == 202) {
                unanswered.remove(number);
                taken.put(came, Instant.now());
            }
        } catch (IOException e) {
            // No answer: it may or may not have been stored, so it is repeated under the same reference.
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    @Override
    public void close() {
        coming = false;
    }
}
