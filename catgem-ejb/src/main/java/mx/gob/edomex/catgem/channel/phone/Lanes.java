package mx.gob.edomex.catgem.channel.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * Work on calls: what concerns one call is done in the order it came, by one thread; others go on beside it. Handing over
 * never waits, and there are never more threads than lanes.
 */
final class Lanes implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    private final List<BlockingQueue<Runnable>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Lanes(int number, ThreadFactory factory) {
        for (int i = 0; i < number; i++) {
            BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
            queues.add(queue);
            Thread thread = factory.newThread(() -> run(queue));
            threads.add(thread);
            thread.start();
        }
    }

    void submit(ContactId call, Runnable work) {
        queues.get(Math.floorMod(call.hashCode(), queues.size())).add(work);
    }

    private void run(BlockingQueue<Runnable> queue) {
        try {
            while (!closed) {
                Runnable work = queue.poll(1, TimeUnit.SECONDS);
                if (work != null) {
                    once(work);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends
        }
    }

    private static void once(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) { // or the lane's other calls would stand still
            LOG.log(
                    System.Logger.Level.ERROR,
                    "work on a call failed: " + e.getClass().getName());
        }
    }

    /** Nothing more begins; what is under way finishes. */
    @Override
    public void close() {
        closed = true;
        queues.forEach(queue -> queue.add(() -> {}));
        try {
            for (Thread thread : threads) {
                thread.join(2000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
