package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long citizens of one channel wait before they leave, from a day on which many did not have to: who was attended
 * would have waited at least so long. The estimate of E. L. Kaplan and P. Meier, "Nonparametric estimation from
 * incomplete observations", Journal of the American Statistical Association 53 (1958), 457–481.
 */
final class Patience {

    /** The part that still waits after each wait at which somebody left. */
    private final TreeMap<Duration, Double> survival = new TreeMap<>();

    /**
     * @param left waits of those who left
     * @param attended waits of those who did not
     */
    Patience(List<Duration> left, List<Duration> attended) {
        TreeMap<Duration, int[]> moments = new TreeMap<>();
        left.forEach(wait -> moments.computeIfAbsent(wait, key -> new int[2])[0]++);
        attended.forEach(wait -> moments.computeIfAbsent(wait, key -> new int[2])[1]++);
        int atRisk = left.size() + attended.size();
        double part = 1;
        for (Map.Entry<Duration, int[]> moment : moments.entrySet()) {
            int gone = moment.getValue()[0];
            if (gone > 0) {
                part *= 1 - gone / (double) atRisk;
                survival.put(moment.getKey(), part);
            }
            atRisk -= gone + moment.getValue()[1];
        }
    }

    /** The part of all that waits longer than that. */
    double survival(Duration wait) {
        Map.Entry<Duration, Double> at = survival.floorEntry(wait);
        return at == null ? 1 : at.getValue();
    }

    /**
     * The patience of somebody of whom it is known that they waited so long.
     *
     * @param drawn from 0 to 1, evenly
     * @return empty: longer than the day can tell
     */
    Optional<Duration> beyond(Duration waited, double drawn) {
        double limit = survival(waited) * drawn;
        return survival.tailMap(waited, false).entrySet().stream()
                .filter(moment -> moment.getValue() <= limit)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
