package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import mx.gob.edomex.catgem.tests.api.ApiClient.Answer;

/**
 * Hands over a contact a second, as a careful program does: what got no answer is repeated under the same reference.
 * How long that takes after a fault is the gap that people see.
 */
final class Probe implements AutoCloseable {

    private static final long PAUSE_MILLIS = 1_000;
    private static final long REPEAT_MILLIS = 100;

    private final ApiClient program;
    private final Promises promises;
    private final String series;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long since;
    /** When the centre answered the first attempt that began after the mark; 0 while it has not. */
    private volatile long answered;

    private Probe(ApiClient program, Promises promises, String series) {
        this.program = program;
        this.promises = promises;
        this.series = series;
        thread = new Thread(this::run, "probe");
    }

    static Probe begin(ApiClient program, Promises promises, String series) {
        Probe probe = new Probe(program, promises, series);
        probe.thread.setDaemon(true);
        probe.thread.start();
        return probe;
    }

    private void run() {
        try {
            for (int number = 1; !stopped; number++) {
                hand(series + "-" + number);
                if (answered != 0) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the centre has it. */
    private void hand(String reference) throws InterruptedException {
        while (!stopped) {
            long now = System.nanoTime();
            try {
                Answer answer = program.hand("Pregunta " + reference, reference);
                if (answer.status() == 201 || answer.status() == 200) {
                    promises.contact(reference, answer.folio());
                    note(now);
                    return;
                }
            } catch (IOException e) {
                // It may or may not have been stored: the same again.
            }
            TimeUnit.MILLISECONDS.sleep(REPEAT_MILLIS);
        }
    }

    private synchronized void note(long begun) {
        if (answered == 0 && begun - since >= 0) {
            answered = System.nanoTime();
        }
    }

    /** Now it strikes; from here on the gap counts. */
    synchronized void mark() {
        since = System.nanoTime();
        answered = 0;
    }

    /** @return seconds from the mark until the centre had taken a contact that was handed over after it */
    double gap(Duration patience) throws InterruptedException {
        long limit = System.nanoTime() + patience.toNanos();
        while (answered == 0) {
            if (System.nanoTime() - limit > 0) {
                throw new AssertionError("no contact is accepted " + patience.toSeconds() + " s after the fault");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (answered - since) / 1e9;
    }

    /** Returns when its last contact is handed over, or given up. */
    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
