package mx.gob.edomex.catgem.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Rows that are committed one by one, by many desks side by side. */
final class Appends {

    static final int DESKS = 16;

    /**
     * What came out.
     *
     * @param millis of each commit, sorted
     * @param fromDue milliseconds since each was to begin, sorted: waiting for a free desk counts too
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared by value
    record Result(double perSecond, double[] millis, double[] fromDue) {

        double p99() {
            return Figures.percentile(millis, 0.99);
        }
    }

    private Appends() {}

    /** So many a second for so many seconds, whatever the one before took. */
    static Result atRate(int perSecond, int seconds, IntConsumer desk) throws InterruptedException, ExecutionException {
        int all = perSecond * seconds;
        double[] millis = new double[all];
        double[] fromDue = new double[all];
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        together(number -> {
            for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                long due = begin + TimeUnit.SECONDS.toNanos(i) / perSecond;
                pauseUntil(due);
                long since = System.nanoTime();
                desk.accept(number);
                long now = System.nanoTime();
                millis[i] = (now - since) / 1e6;
                fromDue[i] = (now - due) / 1e6;
            }
        });
        double took = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(millis);
        Arrays.sort(fromDue);
        return new Result(all / took, millis, fromDue);
    }

    /** As many as there can be; a second. */
    static double atMost(int seconds, IntConsumer desk) throws InterruptedException, ExecutionException {
        AtomicInteger done = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        together(number -> {
            while (System.nanoTime() < end) {
                desk.accept(number);
                done.incrementAndGet();
            }
        });
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private static void together(IntConsumer work) throws InterruptedException, ExecutionException {
        ExecutorService desks = Executors.newFixedThreadPool(DESKS, Daemons.named("append"));
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < DESKS; number++) {
                int desk = number;
                all.add(desks.submit(() -> work.accept(desk)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            desks.shutdownNow();
        }
    }

    private static void pauseUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = nanos - System.nanoTime();
        }
    }
}
