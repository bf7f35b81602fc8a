package mx.gob.edomex.catgem.administration;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the history of changes.
 *
 * @param what codes and numbers by name, as the ledger has them
 */
public record Change(long id, Instant at, String staff, String staffName, String code, Map<String, String> what) {}
