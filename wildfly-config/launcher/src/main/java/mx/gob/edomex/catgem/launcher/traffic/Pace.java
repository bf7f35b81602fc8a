package mx.gob.edomex.catgem.launcher.traffic;

import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The people's sense of time.
 *
 * @param haste how many times as fast as people they think, write and lose patience
 */
record Pace(ScheduledExecutorService threads, double haste) {

    /** After so many seconds of theirs. */
    void after(double seconds, Runnable what) {
        later(seconds / haste, what);
    }

    /** After about so many seconds of theirs. */
    void about(double mean, Random chance, Runnable what) {
        after(Words.about(mean, chance), what);
    }

    /** After so many seconds of the clock: what the centre's own times ask for. */
    void later(double seconds, Runnable what) {
        if (!threads.isShutdown()) {
            var unused = threads.schedule(what, (long) (seconds * 1_000), TimeUnit.MILLISECONDS);
        }
    }

    /** The reading of the timer in so many seconds of theirs. */
    long nanosIn(double seconds) {
        return System.nanoTime() + (long) (seconds / haste * 1e9);
    }
}
