package mx.gob.edomex.catgem.bench;

import java.util.concurrent.ThreadFactory;

/** Threads that keep nothing alive. */
final class Daemons {
    private Daemons() {}

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
