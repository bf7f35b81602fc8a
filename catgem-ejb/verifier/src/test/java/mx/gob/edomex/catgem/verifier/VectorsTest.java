package mx.gob.edomex.catgem.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The published bundles, whose names say what must be found; made once, and not to be made again. */
class VectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors");
    private static final Path HELD = VECTORS.resolve("held-checkpoint.txt");

    @Test
    void everyVectorGetsItsVerdict() throws IOException {
        String key = VECTORS.resolve("key.txt").toString();
        for (Path vector : vectors()) {
            String told = run("--lang", "en", "--key", key, "--checkpoint", HELD.toString(), vector.toString());
            assertThat(told).as("%s", vector).startsWith(verdict(vector));
        }
    }

    @Test
    void theSecondVerifierSaysTheSame() throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasPython(), "SKIPPED, no python3: apt-get install -y --no-install-recommends python3");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "src/test/python/verify_bundle.py",
                "--key",
                Files.readString(VECTORS.resolve("key.txt")).strip(),
                "--checkpoint",
                HELD.toString()));
        vectors().forEach(vector -> command.add(vector.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        for (Path vector : vectors()) {
            String verdict = verdict(vector).substring(2).strip();
            assertThat(told.lines().filter(line -> line.contains(vector.toString())))
                    .allMatch(line -> line.startsWith(verdict + " "))
                    .hasSize(1);
        }
    }

    @Test
    void theWorstOfManyIsTheExitCode() {
        assertThat(run(of("valid-folio"), of("valid-day"))).startsWith("0 ");
        assertThat(run(of("valid-folio"), of("incomplete-leaf"))).startsWith("2 ");
        assertThat(run(of("incomplete-leaf"), of("altered-leaf"), of("valid-day")))
                .startsWith("1 ");
    }

    @Test
    void withoutATrustedKeyTheReaderIsToldToCompareIt() {
        assertThat(run(of("valid-folio")))
                .startsWith("0 V\u00c1LIDO")
                .contains("Compare la llave")
                .contains("instalaci\u00f3n de prueba");
        assertThat(run("--key", VECTORS.resolve("key.txt").toString(), of("valid-folio")))
                .startsWith("0 ")
                .doesNotContain("Compare la llave");
        // Signed throughout by one key, but not by that of the centre.
        assertThat(run(of("altered-other-key"))).startsWith("0 ");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run()).startsWith("2 No se entiende");
        assertThat(run("--key")).startsWith("2 No se entiende: --key");
        assertThat(run("--key", "a+b+c", of("valid-folio"))).startsWith("2 No se entiende");
        assertThat(run("--checkpoint", "/no/such/file", of("valid-folio"))).startsWith("2 No se entiende");
        assertThat(run("/no/such/bundle.zip")).startsWith("2 INCOMPLETO");
    }

    private static String of(String vector) {
        return VECTORS.resolve(vector + ".zip").toString();
    }

    private static List<Path> vectors() throws IOException {
        try (Stream<Path> all = Files.list(VECTORS)) {
            List<Path> zips = all.filter(path -> path.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            assertThat(zips).hasSize(20);
            return zips;
        }
    }

    private static String verdict(Path vector) {
        String name = vector.getFileName().toString();
        return Arrays.stream(Verdict.values())
                .filter(verdict -> name.startsWith(verdict.name().toLowerCase(Locale.ROOT)))
                .map(verdict -> verdict.exitCode() + " " + verdict.name())
                .findFirst()
                .orElseThrow();
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
