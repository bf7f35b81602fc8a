package mx.gob.edomex.catgem.quality.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A finished bundle, on disk until it is closed.
 *
 * @param sha256 in hexadecimal; the ledger holds the same
 */
public record EvidenceFile(Path path, String name, String sha256, long bytes) implements AutoCloseable {

    public void copyTo(OutputStream out) throws IOException {
        Files.copy(path, out);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
