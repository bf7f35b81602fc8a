package mx.gob.edomex.catgem.workforce;

import java.time.Instant;

/**
 * An advisor as the desk and the board show them.
 *
 * @param since when the presence began
 * @param nextPresence chosen during a contact, applied when the last one ends; or null
 * @param points capacity in use, 0 to 100
 */
public record AdvisorStanding(
        String username,
        String displayName,
        Presence presence,
        String reason,
        Instant since,
        Presence nextPresence,
        String nextReason,
        int points) {}
