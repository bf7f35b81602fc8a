package mx.gob.edomex.catgem.iso;

import java.time.LocalDate;

/**
 * What the records say, as a {@link LightRule} reads it.
 *
 * @param day local, or null where there is none
 */
public record EvidenceFigures(long count, long of, LocalDate day) {}
