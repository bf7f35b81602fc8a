package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.TimeSpan;

/**
 * A stretch of an advisor's real presence, as the ledger has it.
 *
 * @param reason of an auxiliary state, else null
 */
public record Stay(String username, TimeSpan span, Presence presence, String reason) {}
