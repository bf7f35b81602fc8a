package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The universal queue alone, without web: the product's own matcher, intake and services on a real broker and a real
 * database, at each depth of the line and each number of ready advisors of the plan.
 */
public final class QueueBench {

    private static final double DEPTH_RATIO = 0.8;
    private static final double ABANDON_RATIO = 2;
    private static final int WARM_DEPTH = 2_000;
    private static final int WARM_ADVISORS = 200;
    private static final int WARM_SAMPLES = 200;

    private QueueBench() {}

    /** Reads {@code catgem.bench.depths}, {@code catgem.bench.ready} and {@code catgem.bench.samples}. */
    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path root = Path.of(System.getProperty("catgem.root")).toAbsolutePath().normalize();
        Figures figures = new Figures(root.resolve("catgem-ear/target/bench.jsonl"));
        List<Integer> depths = numbers("catgem.bench.depths", "100,10000,100000");
        List<Integer> ready = numbers("catgem.bench.ready", "50,1000,10000");
        int samples = Integer.getInteger("catgem.bench.samples", 100);
        System.out.println("CATGEM queue bench " + Instant.now() + ", waiting " + depths + ", ready " + ready
                + "; journal NIO, buffer timeout 0.25 ms; PostgreSQL with fsync");
        RawLimits.write(target, figures);
        warmUp();
        for (int advisors : ready) {
            Map<Integer, QueueCell.Result> results = new HashMap<>();
            for (int depth : depths) {
                results.put(depth, new QueueCell(depth, advisors, samples, figures).measure());
            }
            ratios(advisors, results, figures);
        }
        // Threads of the broker's client would keep the process.
        System.exit(0);
    }

    /** A matcher works for months: what it takes while its code is still being compiled is not what is asked for. */
    private static void warmUp() throws Exception {
        new QueueCell(WARM_DEPTH, WARM_ADVISORS, WARM_SAMPLES, Figures.unheard()).measure();
    }

    private static void ratios(int advisors, Map<Integer, QueueCell.Result> results, Figures figures)
            throws IOException {
        QueueCell.Result small = results.get(100);
        QueueCell.Result middle = results.get(10_000);
        QueueCell.Result large = results.get(100_000);
        if (middle != null && large != null) {
            figures.writeAtLeast(
                    "queue." + advisors + ".offers_100000_to_10000",
                    large.offersPerSecond() / middle.offersPerSecond(),
                    "ratio",
                    DEPTH_RATIO);
        }
        if (small != null && large != null) {
            figures.write(
                    "queue." + advisors + ".abandon_100000_to_100",
                    large.abandonMillis() / small.abandonMillis(),
                    "ratio",
                    ABANDON_RATIO);
        }
    }

    private static List<Integer> numbers(String property, String standard) {
        return Arrays.stream(System.getProperty(property, standard).split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }
}
