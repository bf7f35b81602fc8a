package mx.gob.edomex.catgem.bench;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What a run does.
 *
 * @param desks advisors at their desks, {@code asesora01} onwards
 * @param citizens chats going on at any time; fewer than desks, so that each has an advisor of its own
 * @param rounds questions a citizen asks before the advisor closes
 * @param think mean seconds a person reads and writes before acting
 * @param warmUp seconds of the same load before anything counts
 * @param seconds measured
 */
record Plan(int desks, int citizens, int rounds, double think, int warmUp, int seconds) {

    static Plan ofProperties() {
        return new Plan(
                Integer.getInteger("catgem.bench.desks", 48),
                Integer.getInteger("catgem.bench.citizens", 40),
                Integer.getInteger("catgem.bench.rounds", 4),
                Double.parseDouble(System.getProperty("catgem.bench.think", "10")),
                Integer.getInteger("catgem.bench.warmup", 30),
                Integer.getInteger("catgem.bench.seconds", 60));
    }

    /** Seconds until a person acts: between half and one and a half times the mean, so that nobody acts in step. */
    double pause() {
        return think * ThreadLocalRandom.current().nextDouble(0.5, 1.5);
    }
}
