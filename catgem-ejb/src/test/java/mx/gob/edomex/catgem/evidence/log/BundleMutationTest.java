package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a bundle, both verifiers find it; and they find nothing where nothing was done. */
class BundleMutationTest {

    /** How many clean bundles are read; the benchmark reads 10,000. */
    private static final int CLEAN = Integer.getInteger("catgem.bundles", 200);

    private static final int SEEDS = 8;
    private static final String[] TRUSTED = {"--key", MemoryLog.KEY.verifier().toString()};

    @TempDir
    Path folder;

    @Test
    void cleanBundlesAreValid() throws IOException {
        List<Path> bundles = new ArrayList<>();
        for (int i = 0; i < CLEAN; i++) {
            bundles.add(CleanBundles.write(folder, i));
        }

        for (Path bundle : bundles) {
            assertThat(Verifiers.java(bundle, TRUSTED)).startsWith("0 V\u00c1LIDO");
        }
        assertThat(Verifiers.python(bundles, TRUSTED).values()).hasSize(CLEAN).allMatch("VALID"::equals);
    }

    @Test
    void everyMutationIsFound() throws IOException {
        Map<String, Path> bundles = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            MemoryLog log = new MemoryLog(seed, 4);
            byte[] clean = CleanBundles.bundle(log, seed % 4);
            for (Map.Entry<String, Consumer<OpenBundle>> mutation :
                    mutations(log, new Random(seed)).entrySet()) {
                OpenBundle bundle = new OpenBundle(clean);
                mutation.getValue().accept(bundle);
                String name = mutation.getKey() + "-" + seed;
                bundles.put(name, write(name, bundle.zip()));
            }
            String resigned = "signed-by-another-" + seed;
            bundles.put(resigned, write(resigned, log.bundle(someone(log), MemoryLog.OTHER_KEY)));
        }

        Map<String, String> second = Verifiers.python(List.copyOf(bundles.values()), TRUSTED);
        List<String> missed = new ArrayList<>();
        bundles.forEach((name, bundle) -> {
            String first = Verifiers.java(bundle, TRUSTED);
            String other = second.get(bundle.getFileName().toString());
            boolean agree = (first.startsWith("1") && "ALTERED".equals(other))
                    || (first.startsWith("2") && "INCOMPLETE".equals(other));
            if (!agree) {
                missed.add(name + ": " + first.lines().findFirst().orElse("") + " / " + other);
            }
        });
        assertThat(missed).isEmpty();
        assertThat(bundles).hasSizeGreaterThan(SEEDS * 40);
    }

    private static Map<String, Consumer<OpenBundle>> mutations(MemoryLog log, Random random) {
        Map<String, Consumer<OpenBundle>> all = new LinkedHashMap<>();
        for (String file : List.of(
                "manifest.note",
                "keys.txt",
                "checkpoint-1.txt",
                "checkpoint-2.txt",
                "consistency.txt",
                "leaves.jsonl",
                "proofs.txt",
                "informe.pdf")) {
            for (int i = 0; i < 3; i++) {
                long bit = random.nextInt(Integer.MAX_VALUE);
                all.put("flip-" + file + "-" + i, bundle -> bundle.flip(file, bit));
            }
            all.put("drop-" + file, bundle -> bundle.files.remove(file));
        }
        all.put("flip-procedure", bundle -> bundle.flip(bundle.procedureFile(), random.nextInt(5000)));
        all.put("drop-procedure", bundle -> bundle.files.remove(bundle.procedureFile()));
        all.put("add-file", bundle -> bundle.put("otro.txt", "otro"));
        Map<String, Consumer<OpenBundle>> content = new LinkedHashMap<>();
        content.put("leaf-dropped", bundle -> both(bundle, lines -> lines.remove(1)));
        content.put("leaf-doubled", bundle -> both(bundle, lines -> lines.add(1, lines.get(1))));
        content.put("leaves-swapped", bundle -> both(bundle, lines -> Collections.swap(lines, 0, 2)));
        content.put("leaf-moved-alone", bundle -> onlyLeaves(bundle, lines -> Collections.swap(lines, 0, 1)));
        content.put(
                "value-changed",
                bundle ->
                        onlyLeaves(bundle, lines -> lines.replaceAll(line -> line.replace("asesora01", "asesora02"))));
        content.put(
                "leaf-not-normal",
                bundle -> onlyLeaves(
                        bundle,
                        lines -> lines.set(
                                0,
                                lines.get(0)
                                        .replace("SCREEN", "SCREEN\u0301")
                                        .replace("HEARTBEAT", "HEARTBE\u0301AT"))));
        content.put(
                "spelled-otherwise",
                bundle -> onlyLeaves(bundle, lines -> lines.set(0, lines.get(0).replace(":", ": "))));
        content.put("procedure-other", bundle -> bundle.put(bundle.procedureFile(), MemoryLog.procedure("Otro texto")));
        content.put(
                "procedure-not-normal",
                bundle -> bundle.put(
                        bundle.procedureFile(),
                        Normalizer.normalize(bundle.text(bundle.procedureFile()), Normalizer.Form.NFD)));
        content.put("procedure-renamed", bundle -> {
            String text = bundle.text(bundle.procedureFile());
            bundle.files.remove(bundle.procedureFile());
            bundle.put("procedures/" + "0".repeat(64) + ".json", text);
        });
        content.put("checkpoint-old", bundle -> bundle.put("checkpoint-2.txt", bundle.text("checkpoint-1.txt")));
        content.put("checkpoints-swapped", bundle -> {
            String first = bundle.text("checkpoint-1.txt");
            bundle.put("checkpoint-1.txt", bundle.text("checkpoint-2.txt")).put("checkpoint-2.txt", first);
        });
        content.put(
                "keys-of-another",
                bundle -> bundle.put(
                        "keys.txt",
                        bundle.text("keys.txt")
                                .replace(
                                        MemoryLog.KEY.verifier().toString(),
                                        MemoryLog.OTHER_KEY.verifier().toString())));
        content.put(
                "other-origin",
                bundle -> bundle.put(
                        "checkpoint-1.txt", bundle.text("checkpoint-1.txt").replaceFirst("TRYOUT", "PRODUCTION")));
        int fork = random.nextInt(log.leaves.size() - 3);
        SignedNote forked = forkedAt(log, fork);
        content.put("forked", bundle -> bundle.put("checkpoint-2.txt", forked.toString()));
        for (String file : List.of("leaves.jsonl", "proofs.txt", "consistency.txt")) {
            long bit = random.nextInt(Integer.MAX_VALUE);
            content.put("bit-of-" + file, bundle -> bundle.flip(file, bit));
        }
        content.forEach((name, mutation) -> {
            all.put(name, mutation);
            all.put(name + "-signed", mutation.andThen(OpenBundle::signedAnew));
        });
        // Who has the key can leave out the newest; that is what checkpoints in other hands are for.
        all.put("tail-cut", bundle -> both(bundle, lines -> lines.remove(lines.size() - 1)));
        return all;
    }

    private static SignedNote forkedAt(MemoryLog log, int leaf) {
        String kept = log.leaves.get(leaf);
        log.leaves.set(leaf, kept.replace("\"event\":", "\"event\":7"));
        try {
            return log.checkpoint(log.size(), MemoryLog.KEY);
        } finally {
            log.leaves.set(leaf, kept);
        }
    }

    @Test
    void aLogRewrittenFromItsBeginningIsFoundByACheckpointInOtherHands() throws IOException {
        MemoryLog log = new MemoryLog(1, 4);
        Path held = folder.resolve("held.txt");
        Files.writeString(held, log.checkpoint(log.size() - 2, MemoryLog.KEY).toString());
        UUID contact = someone(log);
        Path honest = write("honest", log.bundle(contact));
        int leaf = log.subjects.indexOf(contact);
        log.leaves.set(leaf, log.leaves.get(leaf).replace("asesora01", "asesora02"));
        Path rewritten = write("rewritten", log.bundle(contact));
        String[] checked = {TRUSTED[0], TRUSTED[1], "--checkpoint", held.toString()};

        assertThat(Verifiers.java(rewritten, TRUSTED)).startsWith("0");
        assertThat(Verifiers.java(rewritten, checked)).startsWith("1 ALTERADO");
        assertThat(Verifiers.java(honest, checked)).startsWith("0 V\u00c1LIDO");
        assertThat(Verifiers.python(List.of(honest, rewritten), checked))
                .containsEntry("honest.zip", "VALID")
                .containsEntry("rewritten.zip", "ALTERED");
    }

    @Test
    void aFolioThatWasTakenOutOfASampleOrPutIntoItIsFound() throws IOException {
        MemoryLog log = new MemoryLog(3, 5);
        log.recordAudit();
        List<UUID> drawn = CleanBundles.everyone(log);
        UUID other = log.subjects.stream()
                .filter(subject -> subject != null && !drawn.contains(subject))
                .findFirst()
                .orElseThrow();
        byte[] clean = log.sample(drawn);
        OpenBundle without = new OpenBundle(clean);
        both(without, keep(without, line -> !line.contains(drawn.get(1).toString())));
        OpenBundle with = new OpenBundle(log.sample(List.of(drawn.get(0), drawn.get(1), drawn.get(2), other)));
        with.put("manifest.note", with.text("manifest.note").replace(",\"" + other + "\"", ""));
        OpenBundle alone = new OpenBundle(log.sample(drawn.subList(0, 1)));
        both(alone, keep(alone, line -> !line.contains(drawn.get(0).toString())));
        Path honest = write("honest", clean);
        Path empty = write("empty", alone.signedAnew().zip());
        Path lacking = write("lacking", without.signedAnew().zip());
        Path foreign = write("foreign", with.signedAnew().zip());

        assertThat(Verifiers.java(honest, TRUSTED)).startsWith("0 V\u00c1LIDO");
        assertThat(Verifiers.java(lacking, TRUSTED))
                .startsWith("2 INCOMPLETO")
                .contains("falta el registro " + drawn.get(1) + "/1 ");
        assertThat(Verifiers.java(empty, TRUSTED))
                .startsWith("2 INCOMPLETO")
                .contains("falta el registro " + drawn.get(0) + "/1 ");
        assertThat(Verifiers.java(foreign, TRUSTED)).startsWith("1 ALTERADO").contains("es de otro expediente");
        assertThat(Verifiers.python(List.of(honest, empty, lacking, foreign), TRUSTED))
                .containsEntry("honest.zip", "VALID")
                .containsEntry("empty.zip", "INCOMPLETE")
                .containsEntry("lacking.zip", "INCOMPLETE")
                .containsEntry("foreign.zip", "ALTERED");
    }

    /** Takes the same lines out of leaves and proofs: those whose leaf is not wanted. */
    private static Consumer<List<String>> keep(OpenBundle bundle, Predicate<String> wanted) {
        List<String> leaves = bundle.lines("leaves.jsonl");
        return lines -> {
            List<String> kept = IntStream.range(0, leaves.size())
                    .filter(i -> wanted.test(leaves.get(i)))
                    .mapToObj(lines::get)
                    .toList();
            lines.clear();
            lines.addAll(kept);
        };
    }

    @Test
    void theFindingSaysWhichRecordItIs() throws IOException {
        MemoryLog log = new MemoryLog(1, 4);
        UUID contact = someone(log);
        OpenBundle bundle = new OpenBundle(log.bundle(contact));
        onlyLeaves(bundle, lines -> lines.set(2, lines.get(2).replace("asesora01", "asesora99")));
        String index = bundle.lines("proofs.txt").get(2).split(" ")[0];
        Path altered = write("altered", bundle.signedAnew().zip());

        assertThat(Verifiers.java(altered, TRUSTED))
                .contains("el registro del rengl\u00f3n 3 (posici\u00f3n " + index + " del registro general)");
        assertThat(Verifiers.java(altered, TRUSTED[0], TRUSTED[1], "--lang", "en"))
                .startsWith("1 ALTERED")
                .contains("the record in line 3 (position " + index + " of the log)");
    }

    @Test
    void garbageIsToldAndNeverAStackTrace() throws IOException {
        Random random = new Random(5);
        byte[] clean = new MemoryLog(5, 3).bundle(null);
        List<Path> bundles = new ArrayList<>();
        bundles.add(write("empty", new byte[0]));
        bundles.add(write("text", "no es un zip".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 60; i++) {
            bundles.add(write("cut-" + i, Arrays.copyOf(clean, random.nextInt(clean.length))));
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            bundles.add(write("noise-" + i, noise));
        }
        Path bomb = bomb();
        bundles.add(bomb);
        for (String json :
                List.of("[", "{\"a\":", "[".repeat(100_000), "{\"a\":1e9}", "\u0000", "{\"files\":{\"a\":1}}")) {
            OpenBundle bundle = new OpenBundle(clean);
            bundle.put("leaves.jsonl", json + "\n")
                    .put("manifest.note", "catgem-evidence-bundle/1\n" + json + "\n\n" + "\u2014 x AAAAAAAA\n");
            bundles.add(write("json-" + bundles.size(), bundle.zip()));
        }

        Map<String, String> second = Verifiers.python(bundles);
        for (Path bundle : bundles) {
            assertThat(Verifiers.java(bundle)).as("%s", bundle).matches("(?s)[12] (ALTERADO|INCOMPLETO)  .*\n  - .*");
            assertThat(second.get(bundle.getFileName().toString()))
                    .as("%s", bundle)
                    .isIn("ALTERED", "INCOMPLETE");
        }
        assertThat(Verifiers.java(bomb)).contains("es m\u00e1s grande de lo que se verifica");
    }

    /** 300 MB of zeros in 300 KB. */
    private Path bomb() throws IOException {
        Path path = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("leaves.jsonl"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        return path;
    }

    private static UUID someone(MemoryLog log) {
        return CleanBundles.someone(log);
    }

    private static void both(OpenBundle bundle, Consumer<List<String>> change) {
        onlyLeaves(bundle, change);
        List<String> proofs = bundle.lines("proofs.txt");
        change.accept(proofs);
        bundle.put("proofs.txt", proofs);
    }

    private static void onlyLeaves(OpenBundle bundle, Consumer<List<String>> change) {
        List<String> lines = bundle.lines("leaves.jsonl");
        change.accept(lines);
        bundle.put("leaves.jsonl", lines);
    }

    private Path write(String name, byte[] content) throws IOException {
        Path path = folder.resolve(name + ".zip");
        Files.write(path, content);
        return path;
    }
}
