package mx.gob.edomex.catgem.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What a node remembers of the log in a folder of its own, where nobody who only has the database reaches: the last
 * checkpoint it saw, and the key with which it cosigns as a witness.
 */
final class NodeMemory {

    private final Path folder;

    NodeMemory(Path folder) {
        this.folder = folder;
    }

    /** The server's own folder for data. */
    static NodeMemory ofThisNode() {
        return new NodeMemory(
                Path.of(System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"))));
    }

    /** The last checkpoint seen of this origin; one of another installation is none. */
    Optional<SignedNote> seen(String origin) {
        try {
            Path file = seenFile();
            return Files.exists(file)
                    ? Optional.of(SignedNote.parse(Files.readString(file)))
                            .filter(note -> Checkpoint.of(note).origin().equals(origin))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new LogDamaged("memory");
        }
    }

    void keep(SignedNote checkpoint) {
        try {
            Path fresh = folder.resolve("catgem-log-seen.new");
            Files.writeString(fresh, checkpoint.toString());
            Files.move(fresh, seenFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path seenFile() {
        return folder.resolve("catgem-log-seen.txt");
    }

    /** Made at the first call, and never known to anybody else. */
    SigningKey witnessKey(String node) {
        Path file = folder.resolve("catgem-witness.key");
        try {
            if (!Files.exists(file)) {
                byte[] seed = new byte[32];
                new SecureRandom().nextBytes(seed);
                Path fresh = Files.createTempFile(folder, "catgem-witness", ".new"); // readable by its owner only
                Files.writeString(fresh, Base64.getEncoder().encodeToString(seed));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] seed = Base64.getDecoder().decode(Files.readString(file).strip());
            return new SigningKey("catgem-witness/" + node, VerifierKey.WITNESS, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
