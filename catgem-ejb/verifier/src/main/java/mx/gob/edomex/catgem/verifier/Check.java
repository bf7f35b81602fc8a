package mx.gob.edomex.catgem.verifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks one bundle from its signatures down to its steps; FORMAT.md says what each file is. */
final class Check {

    static final String MANIFEST = "manifest.note";
    private static final String HEAD = "catgem-evidence-bundle/1\n";

    private final Bundle bundle;
    private final Trust trust;
    private final Findings findings;

    private final Set<Key> keys = new LinkedHashSet<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<String, Set<String>> procedures = new TreeMap<>();
    private Map<String, Object> manifest;
    private long leaves;
    private int cosignatures;
    private final Set<String> signers = new LinkedHashSet<>();

    private Check(Bundle bundle, Trust trust, Findings findings) {
        this.bundle = bundle;
        this.trust = trust;
        this.findings = findings;
    }

    /** Never fails: whatever cannot be read is a finding. */
    static Report of(Path file, Trust trust) {
        Findings findings = new Findings();
        Bundle bundle = Bundle.read(file, findings);
        Check check = new Check(bundle, trust, findings);
        if (bundle != null) {
            try {
                check.all();
            } catch (Malformed e) {
                findings.add(Fault.MALFORMED, e.getMessage());
            } catch (RuntimeException e) { // a way of being wrong that nobody thought of
                findings.add(Fault.MALFORMED, e.getClass().getSimpleName());
            } catch (OutOfMemoryError | StackOverflowError e) {
                findings.add(Fault.TOO_LARGE, "memory");
            }
        }
        return check.report();
    }

    private void all() throws Malformed {
        if (!haveAll("keys.txt", MANIFEST)) {
            return;
        }
        for (String line : bundle.lines("keys.txt")) {
            keys.add(Key.parse(line, "keys.txt"));
        }
        manifest();
        files();
        checkpoints();
        procedures();
        leaves();
    }

    /** Each that is missing is told. */
    private boolean haveAll(String... names) {
        return Arrays.stream(names).filter(this::has).count() == names.length;
    }

    private boolean has(String name) {
        if (!bundle.has(name)) {
            findings.add(Fault.FILE_MISSING, name);
            return false;
        }
        return true;
    }

    private void manifest() throws Malformed {
        Note note = Note.parse(bundle.text(MANIFEST), MANIFEST);
        if (!note.text().startsWith(HEAD)) {
            throw new Malformed(MANIFEST);
        }
        String json = note.text().substring(HEAD.length(), note.text().length() - 1);
        manifest = Json.object(json, MANIFEST);
        signed(note, MANIFEST, text("origin"));
    }

    private String text(String name) throws Malformed {
        if (manifest.get(name) instanceof String text) {
            return text;
        }
        throw new Malformed(MANIFEST + " " + name);
    }

    /** One right signature of the log's key, and none that is wrong. */
    private void signed(Note note, String what, String origin) {
        boolean known = false;
        boolean trusted = false;
        for (Note.Line line : note.lines()) {
            for (Key key : keys) {
                if (key.isNamedBy(line)) {
                    if (!key.verifies(note, line)) {
                        findings.add(Fault.SIGNATURE_WRONG, key.name(), what);
                        return;
                    }
                    if (key.algorithm() == Key.LOG && key.name().equals(origin)) {
                        known = true;
                        trusted |= trust.keys().contains(key);
                        signers.add(key.toString());
                    } else if (key.algorithm() == Key.WITNESS) {
                        cosignatures++;
                    }
                }
            }
        }
        if (!known) {
            findings.add(Fault.KEY_MISSING, what);
        } else if (trust.isPinned() && !trusted) {
            findings.add(Fault.KEY_NOT_TRUSTED, what);
        }
    }

    private void files() throws Malformed {
        if (!(manifest.get("files") instanceof Map<?, ?> files)) {
            throw new Malformed(MANIFEST + " files");
        }
        for (Map.Entry<?, ?> file : files.entrySet()) {
            String name = (String) file.getKey();
            if (has(name) && !hex(Hashes.sha256(bundle.bytes(name))).equals(file.getValue())) {
                findings.add(Fault.FILE_CHANGED, name);
            }
        }
        for (String name : bundle.names()) {
            if (!name.equals(MANIFEST) && !files.containsKey(name)) {
                findings.add(Fault.FILE_UNKNOWN, name);
            }
        }
    }

    private void checkpoints() throws Malformed {
        for (int i = 1; bundle.has(checkpointName(i)); i++) {
            String name = checkpointName(i);
            Note note = Note.parse(bundle.text(name), name);
            Checkpoint checkpoint = Checkpoint.of(note, name);
            if (!checkpoint.origin().equals(text("origin"))) {
                findings.add(Fault.ORIGIN_DIFFERS, name);
            }
            signed(note, name, checkpoint.origin());
            checkpoints.add(checkpoint);
        }
        for (int i = checkpoints.size(); i < 2; i++) {
            findings.add(Fault.FILE_MISSING, checkpointName(i + 1));
        }
        consistency();
        for (Note held : trust.checkpoints()) {
            held(Checkpoint.of(held, "checkpoint"));
        }
    }

    private static String checkpointName(int i) {
        return "checkpoint-" + i + ".txt";
    }

    private void consistency() throws Malformed {
        if (!has("consistency.txt")) {
            return;
        }
        String[] lines = bundle.lines("consistency.txt");
        for (int i = 1; i < checkpoints.size(); i++) {
            Checkpoint before = checkpoints.get(i - 1);
            Checkpoint after = checkpoints.get(i);
            String[] parts = i <= lines.length ? lines[i - 1].split(" ", -1) : new String[0];
            if (parts.length < 2
                    || !parts[0].equals(Long.toString(before.size()))
                    || !parts[1].equals(Long.toString(after.size()))
                    || !Hashes.isConsistent(
                            before.size(),
                            before.root(),
                            after.size(),
                            after.root(),
                            hashes(parts, 2, "consistency.txt"))) {
                findings.add(Fault.NOT_CONSISTENT, before.size(), after.size());
            }
        }
        if (lines.length != Math.max(0, checkpoints.size() - 1)) {
            findings.add(Fault.MALFORMED, "consistency.txt");
        }
    }

    private static byte[][] hashes(String[] parts, int from, String what) throws Malformed {
        byte[][] hashes = new byte[Math.max(0, parts.length - from)][];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Hashes.hash(parts[from + i], what);
        }
        return hashes;
    }

    /** A checkpoint that the auditor got another way must be one of those that the bundle proves. */
    private void held(Checkpoint held) {
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.size() == held.size()) {
                if (!Arrays.equals(checkpoint.root(), held.root())
                        || !checkpoint.origin().equals(held.origin())) {
                    findings.add(Fault.WITNESS_DIFFERS, held.size());
                }
                return;
            }
        }
        findings.add(Fault.WITNESS_NOT_PROVEN, held.size());
    }

    private void procedures() throws Malformed {
        for (String name : bundle.names()) {
            if (!name.startsWith("procedures/")) {
                continue;
            }
            String hash = name.substring("procedures/".length()).replace(".json", "");
            if (!hex(Hashes.sha256(bundle.bytes(name))).equals(hash)) {
                findings.add(Fault.PROCEDURE_ALTERED, hash);
                continue;
            }
            Set<String> codes = new TreeSet<>();
            if (Json.object(bundle.text(name), name).get("steps") instanceof List<?> steps) {
                for (Object step : steps) {
                    codes.add(step instanceof Map<?, ?> map ? String.valueOf(map.get("code")) : "");
                }
            }
            procedures.put(hash, codes);
        }
    }

    private void leaves() throws Malformed {
        if (!haveAll("leaves.jsonl", "proofs.txt")) {
            return;
        }
        String[] texts = bundle.lines("leaves.jsonl");
        String[] proofs = bundle.lines("proofs.txt");
        leaves = texts.length;
        count(texts.length);
        if (proofs.length > texts.length) {
            findings.add(Fault.MALFORMED, "proofs.txt");
        }
        boolean day = "DAY".equals(text("kind"));
        boolean sample = "SAMPLE".equals(text("kind"));
        Story story = new Story(
                findings,
                procedures,
                day ? null : sample ? subjects() : Set.of(text("subject")),
                sample ? text("subject") : null);
        long before = -1;
        for (int i = 0; i < texts.length; i++) {
            if (i >= proofs.length) {
                findings.add(Fault.PROOF_MISSING, i + 1);
                continue;
            }
            long index = included(texts[i], proofs[i], i + 1);
            if (index <= before) {
                findings.add(Fault.ORDER_BROKEN, i + 1);
            } else if (day && before >= 0 && index != before + 1) {
                findings.add(Fault.GAP, before + 1);
            }
            before = Math.max(before, index);
            story.read(Json.object(texts[i], "leaves.jsonl " + (i + 1)), i + 1);
        }
        story.end();
    }

    /** The folios of a sample. */
    private Set<String> subjects() throws Malformed {
        Set<String> subjects = new TreeSet<>();
        if (manifest.get("subjects") instanceof List<?> all) {
            for (Object one : all) {
                if (!(one instanceof String subject) || !subjects.add(subject)) {
                    throw new Malformed(MANIFEST + " subjects");
                }
            }
        }
        if (subjects.isEmpty()) {
            throw new Malformed(MANIFEST + " subjects");
        }
        return subjects;
    }

    private void count(int found) throws Malformed {
        if (!(manifest.get("leaves") instanceof Long wanted)) {
            throw new Malformed(MANIFEST + " leaves");
        }
        if (found != wanted) {
            findings.add(found < wanted ? Fault.LEAF_COUNT : Fault.LEAF_TOO_MANY, found, wanted);
        }
    }

    private long included(String text, String proof, int line) throws Malformed {
        String[] parts = proof.split(" ", -1);
        if (!parts[0].matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed("proofs.txt " + line);
        }
        long index = Long.parseLong(parts[0]);
        byte[][] path = hashes(parts, 1, "proofs.txt " + line);
        if (checkpoints.isEmpty()) {
            return index;
        }
        Checkpoint last = checkpoints.get(checkpoints.size() - 1);
        byte[] root = Hashes.root(Hashes.leaf(text.getBytes(StandardCharsets.UTF_8)), index, last.size(), path);
        if (!Arrays.equals(root, last.root())) {
            findings.add(Fault.LEAF_ALTERED, line, index);
        }
        return index;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private Report report() {
        Map<String, Object> told = manifest == null ? Map.of() : manifest;
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : List.of("origin", "kind", "title", "made", "by")) {
            if (told.get(name) instanceof String text) {
                facts.put(name, text);
            }
        }
        facts.put("leaves", Long.toString(leaves));
        facts.put(
                "checkpoints",
                String.join(
                        " ",
                        checkpoints.stream()
                                .map(one -> Long.toString(one.size()))
                                .toList()));
        facts.put("cosignatures", Integer.toString(cosignatures));
        facts.put("keys", String.join(" ", signers));
        return new Report(findings, facts, trust.isPinned());
    }
}
