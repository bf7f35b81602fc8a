package mx.gob.edomex.catgem.quality;

import java.util.UUID;

/** An ended execution was read against its version, and what was found is kept; in the same transaction. */
public record ExecutionRead(UUID execution) {}
