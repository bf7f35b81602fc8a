package mx.gob.edomex.catgem.evidence.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.CanonicalJson;

/** A small log in memory: contacts with steps of one procedure, among heartbeats, from a seed. */
final class MemoryLog {

    static final String ORIGIN = "catgem.edomex.gob.mx/TRYOUT/7d0a4b1e-0000-4000-8000-000000000001";
    static final String AUDIT = "7d0a4b1e-0000-4000-8000-000000000002";
    static final SigningKey KEY = new SigningKey(ORIGIN, VerifierKey.LOG, seed(1));
    static final SigningKey OTHER_KEY = new SigningKey(ORIGIN, VerifierKey.LOG, seed(2));
    static final SigningKey WITNESS = new SigningKey("catgem-witness/nodo-2", VerifierKey.WITNESS, seed(3));
    static final String PROCEDURE = procedure("Consulta la ficha de información");

    final List<String> leaves = new ArrayList<>();
    final List<UUID> subjects = new ArrayList<>();

    MemoryLog(long seed, int contacts) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        int[] n = new int[contacts];
        int[] k = new int[contacts];
        for (int event = 1; event <= contacts * 7; event++) {
            int who = random.nextInt(contacts + 1);
            if (who == contacts) {
                add(null, "{\"code\":\"HEARTBEAT\",\"event\":" + event + ",\"kind\":\"SYSTEM\"}");
            } else {
                boolean step = random.nextInt(4) > 0;
                add(ids.get(who), leaf(ids.get(who), event, ++n[who], step ? ++k[who] : 0));
            }
        }
        ids.forEach(id -> add(id, leaf(id, 1000 + ids.indexOf(id), ++n[ids.indexOf(id)], ++k[ids.indexOf(id)])));
    }

    /** That the sample of the audit is on record. */
    void recordAudit() {
        add(
                null,
                "{\"code\":\"AUDIT_SAMPLE_RECORDED\",\"event\":900,\"kind\":\"SYSTEM\",\"refs\":{\"audit\":\"" + AUDIT
                        + "\",\"seed\":\"00\"},\"staff\":\"auditora\"}");
    }

    private void add(UUID subject, String leaf) {
        subjects.add(subject);
        leaves.add(leaf);
    }

    private static String leaf(UUID contact, int event, int n, int k) {
        Map<String, Object> leaf = new TreeMap<>(Map.of(
                "contact", contact.toString(), "event", event, "n", n, "source", "SCREEN", "staff", "asesora01"));
        leaf.put("at", LedgerLeaf.micros(Instant.parse("2026-03-02T15:00:00Z").plusSeconds(event)));
        leaf.put("kind", k > 0 ? "STEP" : "STATE");
        leaf.put("code", k > 0 ? "CONSULT" : "ACCEPTED");
        if (k > 0) {
            leaf.put("execution", contact.toString());
            leaf.put("k", k);
            leaf.put("step", "AVC-0" + (1 + k % 7));
            leaf.put("procedure", HexFormat.of().formatHex(CanonicalJson.sha256(PROCEDURE)));
            leaf.put("refs", Map.of("entryVersion", "42", "topic", "PREDIAL"));
        }
        return CanonicalJson.of(leaf);
    }

    static String procedure(String name) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            steps.add(Map.of("code", "AVC-0" + i, "nameEs", name + " " + i));
        }
        return CanonicalJson.of(Map.of("procedure", "AVC", "number", 1, "steps", steps));
    }

    static byte[] seed(int fill) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return seed;
    }

    long size() {
        return leaves.size();
    }

    MerkleTree tree() {
        return new MerkleTree(this::perfect);
    }

    private byte[] perfect(int level, long index) {
        return level == 0
                ? TreeHash.leaf(leaves.get((int) index).getBytes(StandardCharsets.UTF_8))
                : TreeHash.node(perfect(level - 1, 2 * index), perfect(level - 1, 2 * index + 1));
    }

    SignedNote checkpoint(long size, SigningKey key) {
        SignedNote note = new Checkpoint(ORIGIN, size, tree().root(size)).unsigned();
        return note.and(key.sign(note)).and(WITNESS.cosign(note, Instant.parse("2026-03-02T18:00:00Z")));
    }

    /** The bundle of the contact to which the leaf belongs, or of the whole log as a day. */
    byte[] bundle(UUID contact) {
        return bundle(contact, KEY);
    }

    byte[] bundle(UUID contact, SigningKey key) {
        return bundle(
                contact == null ? "DAY" : "FOLIO",
                contact == null ? "2026-03-02" : contact.toString(),
                contact == null ? null : List.of(contact),
                key);
    }

    /** The bundle of the sample of an audit, with the record of its draw if there is one in the log. */
    byte[] sample(List<UUID> drawn) {
        return bundle("SAMPLE", AUDIT, drawn, KEY);
    }

    private byte[] bundle(String kind, String subject, List<UUID> contacts, SigningKey key) {
        List<BundleWriter.Leaf> chosen = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (contacts == null
                    || (subjects.get(i) != null && contacts.contains(subjects.get(i)))
                    || (kind.equals("SAMPLE") && leaves.get(i).contains("\"audit\":\"" + AUDIT + "\""))) {
                chosen.add(new BundleWriter.Leaf(i, leaves.get(i)));
            }
        }
        Map<String, Object> about = new TreeMap<>(Map.of(
                "origin",
                ORIGIN,
                "kind",
                kind,
                "subject",
                subject,
                "title",
                kind.equals("FOLIO") ? "ABCD-EFGH-J" : subject,
                "made",
                "2026-03-02T18:00:05.000000Z",
                "by",
                "auditora",
                "leaves",
                chosen.size()));
        if (kind.equals("SAMPLE")) {
            about.put("subjects", contacts.stream().map(UUID::toString).toList());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BundleWriter bundle = new BundleWriter(out);
            bundle.keys(List.of(key.verifier(), WITNESS.verifier()));
            bundle.checkpoints(List.of(checkpoint(size() - 2, key), checkpoint(size(), key)), tree());
            bundle.leaves(chosen, tree(), size());
            bundle.procedure(PROCEDURE);
            bundle.file("informe.pdf", "%PDF-1.7 \u2026");
            bundle.sign(about, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
