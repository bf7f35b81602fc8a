package mx.gob.edomex.catgem.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The key that wraps every subject's key: 32 bytes in base64 in the file named by {@value #FILE} (system property or
 * environment), outside database and repository. Lose it and all personal data are lost; keep a copy apart.
 */
@ApplicationScoped
public class MasterKey {

    public static final String FILE = "CATGEM_MASTER_KEY_FILE";

    private byte[] key;

    /** @throws IllegalStateException when no key file is configured or it does not hold 32 bytes */
    synchronized byte[] bytes() {
        if (key == null) {
            String file = System.getProperty(FILE, System.getenv(FILE));
            if (file == null) {
                throw new IllegalStateException(FILE + " does not name the master key's file");
            }
            key = read(Path.of(file));
        }
        return key.clone();
    }

    private static byte[] read(Path file) {
        try {
            byte[] decoded = Base64.getDecoder().decode(Files.readString(file).strip());
            if (decoded.length != 32) {
                throw new IllegalStateException("the master key must have 32 bytes");
            }
            return decoded;
        } catch (IOException e) {
            throw new UncheckedIOException("the master key's file cannot be read", e);
        }
    }
}
