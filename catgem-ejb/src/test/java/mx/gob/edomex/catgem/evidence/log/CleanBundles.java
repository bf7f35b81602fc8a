package mx.gob.edomex.catgem.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Bundles to which nothing was done, each from its number: whoever finds something in one gives a false alarm. */
public final class CleanBundles {

    private CleanBundles() {}

    /** The key that signed them, as an auditor gives it to a verifier. */
    public static String key() {
        return MemoryLog.KEY.verifier().toString();
    }

    /** Every tenth is of a day, every tenth of a sample, the others of a folio. */
    public static Path write(Path folder, int number) throws IOException {
        MemoryLog log = new MemoryLog(number, 2 + number % 9);
        return Files.write(folder.resolve("clean-" + number + ".zip"), bundle(log, number % 10));
    }

    /** @param kind 0 of a day, 1 of a sample, others of a folio */
    static byte[] bundle(MemoryLog log, int kind) {
        if (kind == 1) {
            log.recordAudit();
            return log.sample(everyone(log));
        }
        return log.bundle(kind == 0 ? null : someone(log));
    }

    /** Whose folios a sample of the log has. */
    static List<UUID> everyone(MemoryLog log) {
        return log.subjects.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(3)
                .toList();
    }

    static UUID someone(MemoryLog log) {
        return log.subjects.stream()
                .filter(subject -> subject != null && Collections.frequency(log.subjects, subject) > 3)
                .findFirst()
                .orElseThrow();
    }
}
