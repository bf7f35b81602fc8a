package mx.gob.edomex.catgem.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What belongs to a try-out and has no place in a centre for citizens: its passwords, which are in the README, its keys, and
 * the people who come by themselves. A production server that finds some of it does not start.
 */
final class TryoutLeftovers {

    /** In the folder of a try-out's data, beside its keys (DataDirectory of the launcher). */
    static final String MARKER = "catgem-data.txt";

    /** Contacts an hour that the simulator sends. */
    static final String TRAFFIC = "catgem.traffic";

    private static final List<String> PASSWORDS =
            List.of("CATGEM_DB_PASSWORD", "CATGEM_BROKER_PASSWORD", "CATGEM_MAIL_IMAP_PASSWORD", "CATGEM_PBX_PASSWORD");
    private static final List<String> KEY_FILES = List.of("CATGEM_MASTER_KEY_FILE", "CATGEM_LOG_KEY_FILE");
    private static final Set<String> KNOWN = Set.of(
            "catgem-demo",
            "catgem",
            "postgres",
            "artemis",
            "admin",
            "guest",
            "password",
            "secret",
            "changeme",
            "change-me");

    /** Of 32 random bytes fewer are different once in 10^50 keys. */
    private static final int DIFFERENT_BYTES = 8;

    private TryoutLeftovers() {}

    /** @throws IllegalStateException in production, with all that was found */
    static void refuseIn(CentreMode mode) {
        List<String> found =
                mode == CentreMode.TRYOUT ? List.of() : among(name -> System.getProperty(name, System.getenv(name)));
        if (!found.isEmpty()) {
            throw new IllegalStateException("this is no try-out: " + String.join("; ", found));
        }
    }

    /**
     * @param settings value of a system property or environment variable, or null
     * @return sentences that say which setting is wrong, and nothing of its value
     */
    static List<String> among(UnaryOperator<String> settings) {
        List<String> found = new ArrayList<>();
        if (settings.apply(TRAFFIC) != null) {
            found.add(TRAFFIC + " is set, and the simulator is for try-outs");
        }
        for (String name : PASSWORDS) {
            String password = settings.apply(name);
            if (password != null && isKnown(password, settings.apply(name.replace("PASSWORD", "USER")))) {
                found.add(name + " is a password that everybody knows");
            }
        }
        for (String name : KEY_FILES) {
            String file = settings.apply(name);
            if (file != null) {
                key(name, Path.of(file), found);
            }
        }
        return found;
    }

    private static boolean isKnown(String password, String user) {
        return KNOWN.contains(password.strip().toLowerCase(Locale.ROOT)) || password.equals(user);
    }

    /** A file that cannot be read is told by what needs the key. */
    private static void key(String name, Path file, List<String> found) {
        if (Files.exists(file.toAbsolutePath().resolveSibling(MARKER))) {
            found.add(name + " names a key in the data of a try-out");
        }
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            Set<Byte> different = new HashSet<>();
            for (byte one : key) {
                different.add(one);
            }
            if (different.size() < DIFFERENT_BYTES) {
                found.add(name + " names a key that is not random");
            }
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(TryoutLeftovers.class.getName())
                    .log(System.Logger.Level.DEBUG, "no key in the file of {0}", name);
        }
    }
}
