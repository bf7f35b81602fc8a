package mx.gob.edomex.catgem.tests.storm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mx.gob.edomex.catgem.shared.FaultPoint;

/** Draws a storm from its seed: every fault point, every kind, and from there on whatever chance says. */
final class StormPlan {

    /** Printed by every run; the same seed draws the same faults, delays and behaviour of people. */
    static final long SEED = Long.getLong("catgem.faults.seed", System.nanoTime() % 1_000_000);

    /**
     * The node dies with a thread at each of two points, which halves the restarts. The two are passed by threads of their
     * own, and the matcher comes last: while it stands still nobody is offered anything.
     */
    private static final List<List<FaultPoint>> TOGETHER = List.of(
            List.of(FaultPoint.RETURN_COMMITTED, FaultPoint.MATCH_DECIDED),
            List.of(FaultPoint.MAIL_COMMITTED, FaultPoint.OFFER_COMMITTED),
            List.of(FaultPoint.MAIL_SENT, FaultPoint.TOKEN_ACKNOWLEDGED),
            List.of(FaultPoint.INTAKE_COMMITTED, FaultPoint.TIMER_TAKEN),
            List.of(FaultPoint.SWEEP_UNDER_WAY, FaultPoint.ACCEPT_COMMITTED),
            List.of(FaultPoint.TOKEN_SENT, FaultPoint.ARRIVAL_COMMITTED));

    private static final List<Blow.Kind> AT_LEAST = List.of(
            Blow.Kind.NODE_KILL,
            Blow.Kind.NODE_KILL,
            Blow.Kind.NODE_PAUSE,
            Blow.Kind.STALE_OWNER,
            Blow.Kind.POINT_DATABASE_KILL,
            Blow.Kind.POINT_DATABASE_KILL,
            Blow.Kind.POINT_DATABASE_KILL,
            Blow.Kind.POINT_DATABASE_KILL,
            Blow.Kind.POINT_DATABASE_KILL,
            Blow.Kind.POINT_DATABASE_KILL,
            Blow.Kind.DATABASE_KILL,
            Blow.Kind.DATABASE_KILL,
            Blow.Kind.DATABASE_KILL,
            Blow.Kind.CONNECTION_KILL,
            Blow.Kind.CONNECTION_KILL,
            Blow.Kind.CONNECTION_KILL);

    /** All of the above: two pauses and as many kills as a run must have. */
    static final int LEAST = TOGETHER.size() + AT_LEAST.size();

    private static final int MOST_DELAY_MILLIS = 1_500;

    private StormPlan() {}

    static List<Blow> of(long seed, int blows) {
        Random chance = new Random(seed);
        List<Blow> plan = new ArrayList<>();
        TOGETHER.forEach(points -> plan.add(blow(Blow.Kind.POINT_KILL, points, chance)));
        AT_LEAST.forEach(kind -> plan.add(of(kind, chance)));
        Collections.shuffle(plan, chance);
        while (plan.size() < blows) {
            plan.add(any(chance));
        }
        return plan.subList(0, blows);
    }

    private static Blow any(Random chance) {
        return chance.nextBoolean()
                ? blow(Blow.Kind.POINT_KILL, one(TOGETHER, chance), chance)
                : of(one(AT_LEAST, chance), chance);
    }

    private static Blow of(Blow.Kind kind, Random chance) {
        List<FaultPoint> points =
                switch (kind) {
                    case STALE_OWNER -> List.of(FaultPoint.MATCH_DECIDED);
                    case POINT_DATABASE_KILL -> List.of(one(List.of(FaultPoint.values()), chance));
                    default -> List.of();
                };
        return blow(kind, points, chance);
    }

    private static Blow blow(Blow.Kind kind, List<FaultPoint> points, Random chance) {
        return new Blow(kind, points, chance.nextInt(MOST_DELAY_MILLIS), chance.nextDouble());
    }

    private static <T> T one(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
