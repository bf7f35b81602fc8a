package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.verifier.Verifier;
import org.junit.jupiter.api.Assumptions;

/** Both verifiers, as an auditor runs them. */
public final class Verifiers {

    private static final Path SCRIPT = Path.of("verifier/src/test/python/verify_bundle.py");

    private Verifiers() {}

    /** What the Java verifier prints, and its exit code before it. */
    public static String java(Path bundle, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(bundle.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    /** The verdict of the second verifier on each bundle, by file name; one process for all. */
    public static Map<String, String> python(List<Path> bundles, String... options) {
        return python(SCRIPT, bundles, options);
    }

    public static Map<String, String> python(Path script, List<Path> bundles, String... options) {
        Assumptions.assumeTrue(
                isThere(), "SKIPPED, no python3: apt-get install -y --no-install-recommends python3-minimal python3");
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(List.of(options));
        command.add("-");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (PrintStream in = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8)) {
                bundles.forEach(in::println);
            }
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            Map<String, String> verdicts = new TreeMap<>();
            for (String line : told.split("\n")) {
                String[] parts = line.split(" ", 3);
                assertThat(parts).as(told).hasSizeGreaterThan(1);
                verdicts.put(Path.of(parts[1]).getFileName().toString(), parts[0]);
            }
            return verdicts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
