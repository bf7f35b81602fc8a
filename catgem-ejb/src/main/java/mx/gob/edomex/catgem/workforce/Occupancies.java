package mx.gob.edomex.catgem.workforce;

import java.time.Instant;
import java.util.Map;

/**
 * Part of the time since the first contact of the local day that was spent on contacts, 0 to 1, by advisor; who is
 * missing had none.
 *
 * @param at the moment it was read for; null: never
 */
public record Occupancies(Instant at, Map<String, Double> parts) {

    public static final Occupancies NONE = new Occupancies(null, Map.of());

    public double of(String username) {
        return parts.getOrDefault(username, 0.0);
    }
}
