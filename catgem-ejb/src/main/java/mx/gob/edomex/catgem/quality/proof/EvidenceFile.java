package mx.gob.edomex.catgem.quality.proof;

import java.nio.file.Path;
import mx.gob.edomex.catgem.export.FinishedFile;

/**
 * A finished bundle, on disk until it is closed.
 *
 * @param sha256 in hexadecimal; the ledger holds the same
 */
public record EvidenceFile(Path path, String name, String sha256, long bytes) implements FinishedFile {}
