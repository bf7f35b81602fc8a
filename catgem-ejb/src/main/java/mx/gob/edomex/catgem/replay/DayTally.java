package mx.gob.edomex.catgem.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.replay.DayFigures.OfClass;
import mx.gob.edomex.catgem.replay.DayFigures.Waits;
import mx.gob.edomex.catgem.routing.RoutingRules;

/** Counts what became of the contacts of a day. The targets are the same for all that is compared. */
final class DayTally {

    private static final Duration SHORT = Duration.ofSeconds(5);

    private final RoutingRules yardstick;
    private final Map<ServiceClass, Count> classes = new LinkedHashMap<>();
    private final Map<String, Integer> offers = new TreeMap<>();

    DayTally(RoutingRules yardstick) {
        this.yardstick = yardstick;
    }

    private static final class Count {
        private int offered;
        private int abandoned;
        private int inTarget;
        private int shortAbandons;
        private final List<Double> waits = new ArrayList<>();

        private void add(Count other) {
            offered += other.offered;
            abandoned += other.abandoned;
            inTarget += other.inTarget;
            shortAbandons += other.shortAbandons;
            waits.addAll(other.waits);
        }

        private Waits waits() {
            Collections.sort(waits);
            int answered = waits.size();
            return new Waits(
                    offered,
                    answered,
                    abandoned,
                    offered - answered - abandoned,
                    inTarget,
                    shortAbandons,
                    answered == 0
                            ? null
                            : Double.valueOf(waits.stream()
                                    .mapToDouble(wait -> wait)
                                    .average()
                                    .orElseThrow()),
                    rank(0.5),
                    rank(0.9),
                    rank(0.95));
        }

        /** By nearest rank: a wait that somebody really had. */
        private Double rank(double part) {
            return waits.isEmpty() ? null : waits.get((int) Math.ceil(part * waits.size()) - 1);
        }
    }

    void queued(ServiceClass serviceClass) {
        count(serviceClass).offered++;
    }

    void answered(ServiceClass serviceClass, Duration wait) {
        Count count = count(serviceClass);
        count.waits.add(wait.toMillis() / 1000.0);
        if (wait.compareTo(yardstick.target(serviceClass)) <= 0) {
            count.inTarget++;
        }
    }

    void abandoned(ServiceClass serviceClass, Duration wait) {
        Count count = count(serviceClass);
        count.abandoned++;
        if (wait.compareTo(SHORT) < 0) {
            count.shortAbandons++;
        }
    }

    void offeredTo(String advisor) {
        offers.merge(advisor, 1, Integer::sum);
    }

    private Count count(ServiceClass serviceClass) {
        return classes.computeIfAbsent(serviceClass, key -> new Count());
    }

    DayFigures figures() {
        Count all = new Count();
        classes.values().forEach(all::add);
        List<OfClass> each = classes.entrySet().stream()
                .map(one -> new OfClass(one.getKey().key(), one.getValue().waits()))
                .sorted(Comparator.comparingInt((OfClass one) -> -one.waits().offered())
                        .thenComparing(OfClass::serviceClass))
                .toList();
        return new DayFigures(all.waits(), each, new TreeMap<>(offers));
    }
}
