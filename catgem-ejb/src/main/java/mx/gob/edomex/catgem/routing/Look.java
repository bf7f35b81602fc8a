package mx.gob.edomex.catgem.routing;

import java.time.Instant;

/**
 * What the matcher knew of the people at work when it decided, by which a replay finds it again in the ledger.
 *
 * @param snapshot which transactions it could see, as PostgreSQL writes a snapshot
 * @param occupiedAt the moment its occupancies were of; null: it had none
 */
public record Look(String snapshot, Instant occupiedAt) {}
