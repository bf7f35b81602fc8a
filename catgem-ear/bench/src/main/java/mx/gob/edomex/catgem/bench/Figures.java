package mx.gob.edomex.catgem.bench;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Samples while the run goes on, and one JSON line a figure at its end, on the console and in a file. */
final class Figures {
    private final Path file;
    private final Map<String, Collection<Double>> samples = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>(Map.of("failures", 0));

    Figures(Path file) {
        this.file = file;
    }

    /** Of a run that only warms up: told to nobody. */
    static Figures unheard() {
        return new Figures(null);
    }

    /** @param since of {@link System#nanoTime} */
    void took(String name, long since) {
        samples.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - since) / 1e6);
    }

    /** Happened, with nothing to time. */
    void happened(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    /** Something that went wrong: counted, and told so that its cause can be found. */
    void failed(String what, Object why) {
        happened("failures");
        System.err.println("bench " + Instant.now() + ": " + what + ": " + why);
    }

    /** What was measured before the load had settled does not count. */
    void forget(String... prefixes) {
        samples.keySet().removeIf(name -> List.of(prefixes).stream().anyMatch(name::startsWith));
    }

    int count(String name) {
        return samples.getOrDefault(name, List.of()).size();
    }

    /**
     * Writes the distribution of every sampled time in milliseconds.
     *
     * @param bars for the 95th percentile, by name of the samples
     */
    void writeTimes(Map<String, Double> bars) throws IOException {
        for (Map.Entry<String, Collection<Double>> entry : new TreeMap<>(samples).entrySet()) {
            String name = entry.getKey();
            double[] sorted = entry.getValue().stream()
                    .mapToDouble(value -> value)
                    .sorted()
                    .toArray();
            write(name + ".count", sorted.length, "samples", null);
            write(name + ".p50", percentile(sorted, 0.50), "ms", null);
            write(name + ".p95", percentile(sorted, 0.95), "ms", bars.get(name));
            write(name + ".p99", percentile(sorted, 0.99), "ms", null);
        }
        for (Map.Entry<String, Integer> entry : new TreeMap<>(counts).entrySet()) {
            write(entry.getKey(), entry.getValue(), "times", entry.getKey().equals("failures") ? 0.0 : null);
        }
    }

    /** Nearest rank: a value that was really measured. */
    static double percentile(double[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }

    static double median(Collection<Double> values) {
        return percentile(values.stream().mapToDouble(value -> value).sorted().toArray(), 0.5);
    }

    /** @param bar not to be exceeded, or null where there is none; never a reason to fail */
    void write(String name, double value, String unit, Double bar) throws IOException {
        write(name, value, unit, bar, bar == null || value <= bar);
    }

    /** @param bar to be reached */
    void writeAtLeast(String name, double value, String unit, double bar) throws IOException {
        write(name, value, unit, bar, value >= bar);
    }

    private void write(String name, double value, String unit, Double bar, boolean ok) throws IOException {
        if (file == null) {
            return;
        }
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("name", name)
                .add("value", Math.round(value * 100) / 100.0)
                .add("unit", unit);
        if (bar == null) {
            line.addNull("bar").addNull("ok");
        } else {
            line.add("bar", bar).add("ok", ok);
        }
        String text = line.build().toString();
        System.out.println(text);
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
