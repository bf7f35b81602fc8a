package mx.gob.edomex.catgem.shared;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Regular work, one round at a time, in small pieces: one that fails is tried again at the next round and keeps no other
 * waiting. A round with a failure is {@link Trouble}, one without is its end.
 */
public final class Rounds {

    private final AtomicBoolean underWay = new AtomicBoolean();
    private final Trouble trouble;
    private volatile Throwable failure;

    /** @param what is the case while rounds fail: "mails wait to be sent" */
    public Rounds(Class<?> where, String what) {
        this(new Trouble(where, what));
    }

    Rounds(Trouble trouble) {
        this.trouble = trouble;
    }

    /** @return false, and nothing was done, while another round is under way */
    public boolean run(Runnable round) {
        if (!underWay.compareAndSet(false, true)) {
            return false;
        }
        try {
            failure = null;
            attempt(round);
            if (failure == null) {
                trouble.over();
            } else {
                trouble.met(failure);
            }
        } finally {
            underWay.set(false);
        }
        return true;
    }

    /** A piece of the round under way: acts on each of what is found, one by one; looking may fail as well. */
    public <T> void each(Supplier<List<T>> found, Consumer<T> act) {
        attempt(() -> each(found.get(), act));
    }

    /** A piece of the round under way: acts on each, one by one. */
    public <T> void each(List<T> found, Consumer<T> act) {
        found.forEach(one -> attempt(() -> act.accept(one)));
    }

    /** A piece of the round under way. */
    public void attempt(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
