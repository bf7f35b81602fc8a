package mx.gob.edomex.catgem.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file made to be taken away, on disk until it is closed. */
public interface FinishedFile extends AutoCloseable {

    Path path();

    default void copyTo(OutputStream out) throws IOException {
        Files.copy(path(), out);
    }

    @Override
    default void close() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
