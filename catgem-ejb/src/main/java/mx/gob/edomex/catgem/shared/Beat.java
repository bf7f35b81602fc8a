package mx.gob.edomex.catgem.shared;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Does a piece of work again and again, on a thread of its own, until its owner ends; a pause lies between two times,
 * however long the work takes. The pause is of the machine's running timer, which nobody sets: the container's timers
 * wait for a time of the node's clock, and while a clock that was put back catches up they all stand still.
 */
@Dependent
public class Beat {

    private static final System.Logger LOG = System.getLogger(Beat.class.getName());
    /** A round under way at the end may still finish. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ThreadFactory threads;

    private final RequestContextController requests;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> running = new ArrayList<>();

    @Inject
    public Beat(RequestContextController requests) {
        this.requests = requests;
    }

    /** The first time after one pause, so that what begins together with the centre finds it whole. */
    public void every(Duration pause, Runnable work) {
        Thread thread = threads.newThread(() -> repeat(pause, work));
        running.add(thread);
        thread.start();
    }

    /** Nothing begins from now on; what is under way may finish. Of itself when the owner has ended. */
    @PreDestroy
    public void stop() {
        end.countDown();
        try {
            for (Thread thread : running) {
                thread.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Duration pause, Runnable work) {
        try {
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                once(work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends
        }
    }

    private void once(Runnable work) {
        boolean mine = requests.activate();
        try {
            work.run();
        } catch (RuntimeException | Error e) { // or it would be the last time
            LOG.log(System.Logger.Level.ERROR, "regular work failed", e);
        } finally {
            if (mine) {
                requests.deactivate();
            }
        }
    }
}
