package mx.gob.edomex.catgem.tests.storm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mx.gob.edomex.catgem.shared.FaultPoint;

/** Draws a storm from its seed: every fault point once, every kind, and from there on whatever chance says. */
final class StormPlan {

    /** Printed by every run; the same seed draws the same faults, delays and behaviour of people. */
    static final long SEED = Long.getLong("catgem.faults.seed", System.nanoTime() % 1_000_000);

    private static final List<Blow.Kind> AT_LEAST = List.of(
            Blow.Kind.NODE_KILL,
            Blow.Kind.NODE_KILL,
            Blow.Kind.NODE_PAUSE,
            Blow.Kind.STALE_OWNER,
            Blow.Kind.DATABASE_KILL,
            Blow.Kind.DATABASE_KILL,
            Blow.Kind.DATABASE_KILL,
            Blow.Kind.CONNECTION_KILL);
    private static final int MOST_DELAY_MILLIS = 1_500;

    private StormPlan() {}

    static List<Blow> of(long seed, int blows) {
        Random chance = new Random(seed);
        List<Blow> plan = new ArrayList<>();
        for (FaultPoint point : FaultPoint.values()) {
            plan.add(at(point, chance));
        }
        AT_LEAST.forEach(kind -> plan.add(of(kind, chance)));
        Collections.shuffle(plan, chance);
        while (plan.size() < blows) {
            plan.add(any(chance));
        }
        return plan.subList(0, blows);
    }

    private static Blow any(Random chance) {
        Blow.Kind kind = AT_LEAST.get(chance.nextInt(AT_LEAST.size()));
        return chance.nextBoolean()
                ? at(List.of(FaultPoint.values()).get(chance.nextInt(FaultPoint.values().length)), chance)
                : of(kind, chance);
    }

    private static Blow at(FaultPoint point, Random chance) {
        return new Blow(Blow.Kind.POINT_KILL, point, chance.nextInt(MOST_DELAY_MILLIS), chance.nextDouble());
    }

    private static Blow of(Blow.Kind kind, Random chance) {
        FaultPoint point = kind == Blow.Kind.STALE_OWNER ? FaultPoint.MATCH_DECIDED : null;
        return new Blow(kind, point, chance.nextInt(MOST_DELAY_MILLIS), chance.nextDouble());
    }
}
