package mx.gob.edomex.catgem.evidence.log;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mx.gob.edomex.catgem.evidence.CanonicalJson;
import mx.gob.edomex.catgem.shared.Sha256;

/**
 * Writes an evidence bundle, file after file, and at last the signed manifest with the hash of each
 * (catgem-ejb/verifier/FORMAT.md). The same content makes the same bytes.
 */
final class BundleWriter {

    private static final String HEAD = "catgem-evidence-bundle/1\n";

    /** Makes a file's content, piece after piece. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A leaf as it was hashed, and where it is in the log. */
    record Leaf(long index, String canonical) {}

    private final ZipOutputStream zip;
    private final Map<String, Object> hashes = new TreeMap<>();

    BundleWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void file(String name, Content content) throws IOException {
        MessageDigest digest = Sha256.fresh();
        entry(name);
        OutputStream hashed = new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                digest.update(bytes, from, length);
                out.write(bytes, from, length);
            }

            @Override
            public void write(int b) throws IOException {
                digest.update((byte) b);
                out.write(b);
            }
        };
        content.writeTo(hashed);
        zip.closeEntry();
        hashes.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    void file(String name, String text) throws IOException {
        file(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void keys(Collection<VerifierKey> keys) throws IOException {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key).append('\n'));
        file("keys.txt", lines.toString());
    }

    /**
     * @param checkpoints by ascending size, two or more; proofs of leaves lead to the last
     * @param tree of all leaves, or of as many as the last checkpoint has
     */
    void checkpoints(List<SignedNote> checkpoints, MerkleTree tree) throws IOException {
        List<String> proofs = new ArrayList<>();
        for (int i = 0; i < checkpoints.size(); i++) {
            file("checkpoint-" + (i + 1) + ".txt", checkpoints.get(i).toString());
            if (i > 0) {
                long before = Checkpoint.of(checkpoints.get(i - 1)).size();
                long after = Checkpoint.of(checkpoints.get(i)).size();
                proofs.add(line(before + " " + after, tree.consistency(before, after)));
            }
        }
        file("consistency.txt", String.join("", proofs));
    }

    void leaves(List<Leaf> leaves, MerkleTree tree, long size) throws IOException {
        file("leaves.jsonl", out -> {
            for (Leaf leaf : leaves) {
                out.write((leaf.canonical() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        file("proofs.txt", out -> {
            for (Leaf leaf : leaves) {
                String proof = line(Long.toString(leaf.index()), tree.inclusion(leaf.index(), size));
                out.write(proof.getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    /** @param text canonical JSON of a version of a procedure */
    void procedure(String text) throws IOException {
        file("procedures/" + HexFormat.of().formatHex(CanonicalJson.sha256(text)) + ".json", text);
    }

    /** Ends the bundle. */
    void sign(Map<String, Object> about, SigningKey key) throws IOException {
        Map<String, Object> manifest = new TreeMap<>(about);
        manifest.put("files", hashes);
        SignedNote note = new SignedNote(HEAD + CanonicalJson.of(manifest) + "\n", List.of());
        entry("manifest.note");
        zip.write(note.and(key.sign(note)).toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private static String line(String start, List<byte[]> hashes) {
        StringBuilder line = new StringBuilder(start);
        hashes.forEach(hash -> line.append(' ').append(Base64.getEncoder().encodeToString(hash)));
        return line.append('\n').toString();
    }
}
