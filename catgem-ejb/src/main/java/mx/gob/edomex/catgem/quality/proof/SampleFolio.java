package mx.gob.edomex.catgem.quality.proof;

import java.util.UUID;

/**
 * A folio that an audit drew.
 *
 * @param verdict code of the gravest that was said of it; {@code NONE} until something was
 */
public record SampleFolio(int ordinal, UUID contact, String folio, String procedure, String verdict) {}
