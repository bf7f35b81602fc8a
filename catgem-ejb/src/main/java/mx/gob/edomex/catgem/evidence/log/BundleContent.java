package mx.gob.edomex.catgem.evidence.log;

import java.util.List;
import java.util.Set;

/**
 * What goes into a bundle, read from ledger and log.
 *
 * @param subject contact or execution, the day, or the audit
 * @param contacts of a sample: those drawn; empty otherwise
 * @param checkpoints two or more, ascending; the last one is what the leaves are proven under
 * @param procedures texts of the versions that the leaves name
 */
public record BundleContent(
        Kind kind,
        String subject,
        List<String> contacts,
        List<BundleWriter.Leaf> leaves,
        List<SignedNote> checkpoints,
        Set<String> procedures) {

    /** What a bundle is about. */
    public enum Kind {
        FOLIO,
        DAY,
        SAMPLE
    }

    public long firstIndex() {
        return leaves.isEmpty() ? 0 : leaves.get(0).index();
    }

    public int size() {
        return leaves.size();
    }

    /** As a witness keeps it. */
    public String lastCheckpoint() {
        return checkpoints.get(checkpoints.size() - 1).toString();
    }

    /** How many leaves the whole log had then. */
    public long logSize() {
        return Checkpoint.of(checkpoints.get(checkpoints.size() - 1)).size();
    }
}
