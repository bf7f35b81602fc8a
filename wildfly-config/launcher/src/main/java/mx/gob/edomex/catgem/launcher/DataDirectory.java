package mx.gob.edomex.catgem.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that survives a restart, in one folder: database, message journal, transaction store, keys. */
record DataDirectory(Path root) {
    private static final String MARKER = "catgem-data.txt";

    /** Creates the folder if missing; with {@code reset} empties it first, but only a folder this class made. */
    static DataDirectory open(Path root, boolean reset) throws IOException {
        DataDirectory directory = new DataDirectory(root.toAbsolutePath().normalize());
        if (reset) {
            directory.empty();
        }
        Files.createDirectories(directory.root());
        restrict(directory.root(), "rwx------");
        Files.writeString(
                directory.root().resolve(MARKER),
                "Data of a CATGEM try-out. -Dcatgem.reset deletes everything in this folder.\n");
        return directory;
    }

    Path database() {
        return root.resolve("postgresql");
    }

    /** @param node 1 for the first, which is called as the only one of a single centre */
    Path server(int node) {
        return root.resolve(node == 1 ? "server" : "server-" + node);
    }

    Path broker() {
        return root.resolve("broker");
    }

    /** 256 random bits, made once and readable by the owner only. */
    Path masterKey() throws IOException {
        return secretFile("master.key", 32);
    }

    /** The secret half of what signs the evidence log; as the master key. */
    Path logKey() throws IOException {
        return secretFile("log.key", 32);
    }

    String databasePassword() throws IOException {
        return secret("database.password");
    }

    String mailPassword() throws IOException {
        return secret("mail.password");
    }

    String brokerPassword() throws IOException {
        return secret("broker.password");
    }

    private String secret(String name) throws IOException {
        return Files.readString(secretFile(name, 18)).strip();
    }

    private Path secretFile(String name, int bytes) throws IOException {
        Path file = root.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[bytes];
            new SecureRandom().nextBytes(random);
            Files.createFile(file);
            restrict(file, "rw-------");
            Files.write(file, List.of(Base64.getEncoder().encodeToString(random)), StandardCharsets.US_ASCII);
        }
        return file;
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private void empty() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.exists(root.resolve(MARKER))) {
            throw new IOException("Not emptied: " + root + " was not made by CATGEM (it has no " + MARKER + ").");
        }
        deleteTree(root);
    }

    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
