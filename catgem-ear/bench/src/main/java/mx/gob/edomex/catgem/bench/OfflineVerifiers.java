package mx.gob.edomex.catgem.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Both verifiers as an auditor starts them, each as a process of its own. */
record OfflineVerifiers(Path jar, Path script) {

    /** Fits into one command line. */
    private static final int AT_ONCE = 1_000;

    static OfflineVerifiers of(Path root) throws IOException {
        Path verifier = root.resolve("catgem-ejb/verifier");
        try (Stream<Path> files = Files.list(verifier.resolve("target"))) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("catgem-verifier-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the verifier is not built"));
            return new OfflineVerifiers(jar, verifier.resolve("src/test/python/verify_bundle.py"));
        }
    }

    /** How many of the bundles the first one finds valid. */
    int valid(List<Path> bundles, String key) throws IOException, InterruptedException {
        int valid = 0;
        for (int from = 0; from < bundles.size(); from += AT_ONCE) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar.toString(),
                    "--lang",
                    "en",
                    "--key",
                    key));
            bundles.subList(from, Math.min(bundles.size(), from + AT_ONCE)).forEach(one -> command.add(one.toString()));
            valid += count(new ProcessBuilder(command), List.of(), "VALID ");
        }
        return valid;
    }

    /** How many of the bundles the second one finds valid. */
    int validBySecond(List<Path> bundles, String key) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder("python3", script.toString(), "--key", key, "-");
        return count(process, bundles, "VALID ");
    }

    private static int count(ProcessBuilder builder, List<Path> input, String begin)
            throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        Thread feeder = new Thread(() -> feed(process, input));
        feeder.start();
        int lines;
        try (Stream<String> out = process.inputReader(StandardCharsets.UTF_8).lines()) {
            lines = (int) out.filter(line -> line.startsWith(begin)).count();
        }
        feeder.join();
        process.waitFor();
        return lines;
    }

    private static void feed(Process process, List<Path> input) {
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            for (Path one : input) {
                in.write(one + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
