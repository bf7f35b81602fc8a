package mx.gob.edomex.catgem.replay;

import java.util.List;
import java.util.Map;

/**
 * How a day went, as it was or in virtual time.
 *
 * @param all of every contact
 * @param classes of each service class, the largest first
 * @param offers how many were made to each advisor
 */
public record DayFigures(Waits all, List<OfClass> classes, Map<String, Integer> offers) {

    /** The waits of one service class, by {@code ServiceClass.key()}. */
    public record OfClass(String serviceClass, Waits waits) {}

    /**
     * Seconds from queueing to the answer, of those answered; null where nobody was.
     *
     * @param offered contacts queued in the day
     * @param waiting neither answered nor gone when the day and the hours after it were over
     * @param inTarget answered within the target
     * @param shortAbandons left in less than 5 s
     */
    public record Waits(
            int offered,
            int answered,
            int abandoned,
            int waiting,
            int inTarget,
            int shortAbandons,
            Double mean,
            Double p50,
            Double p90,
            Double p95) {

        /** Answered within the target, of those offered without short abandons; null when there are none. */
        public Double serviceLevel() {
            int of = offered - shortAbandons;
            return of == 0 ? null : Double.valueOf(inTarget / (double) of);
        }
    }
}
