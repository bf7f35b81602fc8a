package mx.gob.edomex.catgem.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Regular work, one round at a time, in small pieces: one that fails is tried again at the next round and keeps no other
 * waiting. A round with a failure is {@link Trouble}, one without is its end.
 */
public final class Rounds {

    private static final Map<String, Rounds> OF_THIS_NODE = new ConcurrentSkipListMap<>();

    private final AtomicBoolean underWay = new AtomicBoolean();
    private final String name;
    private final Trouble trouble;
    private volatile Throwable failure;
    private volatile boolean failing;
    private volatile long went;
    private final AtomicInteger times = new AtomicInteger();

    /**
     * How regular work goes on this node.
     *
     * @param name simple name of the class that does it
     * @param last since the end of the last round without a failure; null before the first
     * @param failing whether the last round had a failure
     */
    public record State(String name, Duration last, boolean failing, int rounds) {}

    /** @param what is the case while rounds fail: "mails wait to be sent" */
    public Rounds(Class<?> where, String what) {
        this(where.getSimpleName(), new Trouble(where, what));
        OF_THIS_NODE.putIfAbsent(name, this);
    }

    Rounds(String name, Trouble trouble) {
        this.name = name;
        this.trouble = trouble;
    }

    /** Of all regular work of this node, by name. */
    public static List<State> states() {
        return OF_THIS_NODE.entrySet().stream()
                .map(one -> one.getValue().state(one.getKey()))
                .toList();
    }

    private State state(String name) {
        return new State(name, went == 0 ? null : Duration.ofNanos(System.nanoTime() - went), failing, times.get());
    }

    /** @return false, and nothing was done, while another round is under way */
    public boolean run(Runnable round) {
        if (!underWay.compareAndSet(false, true)) {
            return false;
        }
        // The container makes more of a class than the one that works: one for each view of it.
        OF_THIS_NODE.put(name, this);
        try {
            failure = null;
            attempt(round);
            times.incrementAndGet();
            failing = failure != null;
            if (failure == null) {
                went = System.nanoTime();
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
