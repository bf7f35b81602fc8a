package mx.gob.edomex.catgem.tests.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.shared.FaultPoint;

/** The harness's side of {@link FaultPoint}: sets a trap, and knows whether somebody stands in it. */
final class Traps {

    /** Some points are rare, and a node that was just killed leaves the mailbox to its successor after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Path folder;

    private Traps(Path folder) {
        this.folder = folder;
    }

    static Traps in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Traps(folder);
    }

    /** For the command line of the server. */
    String property() {
        return "-D" + FaultPoint.FOLDER + "=" + folder;
    }

    /**
     * Returns when a thread stands at each of the points, which it reaches in this order.
     *
     * @throws HarnessFault when none came by: a point that nobody reaches proves nothing
     */
    void spring(List<FaultPoint> points) throws IOException, InterruptedException {
        for (FaultPoint point : points) {
            spring(point);
        }
    }

    private void spring(FaultPoint point) throws IOException, InterruptedException {
        Files.createFile(folder.resolve(point.name()));
        Instant limit = Instant.now().plus(PATIENCE);
        while (!Files.exists(sprung(point))) {
            if (Instant.now().isAfter(limit)) {
                Files.deleteIfExists(folder.resolve(point.name()));
                throw new HarnessFault("nobody reached " + point + " in " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Lets go whoever stands there, or clears up after its death. */
    void release(List<FaultPoint> points) throws IOException {
        for (FaultPoint point : points) {
            Files.delete(sprung(point));
        }
    }

    private Path sprung(FaultPoint point) {
        return folder.resolve(point.name() + FaultPoint.SPRUNG);
    }
}
