package mx.gob.edomex.catgem.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void everyProcessEndsWithTheLauncherButNotOneWhosePlaceAnotherTook() throws Exception {
        Process broker = sleeper();
        Process before = sleeper();
        Process node = sleeper();
        try (Watchdog watchdog = Watchdog.start()) {
            watchdog.watchServer("broker", broker.pid());
            watchdog.watchServer("node1", before.pid());
            watchdog.watchServer("node1", node.pid());
        }
        try {
            assertThat(broker.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(before.isAlive()).isTrue();
        } finally {
            before.destroyForcibly();
            broker.destroyForcibly();
            node.destroyForcibly();
        }
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "300").start();
    }
}
