package mx.gob.edomex.catgem.shared;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Regular work in small pieces: one that fails is tried again at the next round and keeps no other waiting. */
public final class Sweep {

    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());

    private Sweep() {}

    /** Acts on each of what is found, one by one; looking may fail as well. */
    public static <T> void each(Supplier<List<T>> found, Consumer<T> act) {
        attempt(() -> each(found.get(), act));
    }

    /** Acts on each, one by one. */
    public static <T> void each(List<T> found, Consumer<T> act) {
        found.forEach(one -> attempt(() -> act.accept(one)));
    }

    public static void attempt(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            // One line: during an outage this comes from every piece at every round, and the container logs the rest.
            LOG.log(System.Logger.Level.WARNING, "a part of the regular work failed and is tried again: " + rootOf(e));
            LOG.log(System.Logger.Level.DEBUG, "it failed here", e);
        }
    }

    /** The class only: a message could quote a citizen. */
    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }
}
