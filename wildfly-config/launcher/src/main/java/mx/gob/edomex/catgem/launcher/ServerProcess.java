package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is common to the processes that the launcher starts itself. */
final class ServerProcess {

    private ServerProcess() {}

    /** Is told the process id as soon as there is one, so that even a failed start is cleared away. */
    interface Started {
        void pid(long pid) throws IOException;
    }

    /** Asks the process to end, and makes it when it does not within the limit. */
    static void end(Process process, Duration limit) {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
