package mx.gob.edomex.catgem.export;

import java.nio.file.Path;

/**
 * A finished export, on disk until it is closed.
 *
 * @param name for the person who saves it
 * @param sha256 of the content, in hexadecimal; the ledger holds the same
 * @param rows of all tables, without headings
 */
public record ExportFile(Path path, String name, ExportFormat format, String sha256, long bytes, long rows)
        implements FinishedFile {}
