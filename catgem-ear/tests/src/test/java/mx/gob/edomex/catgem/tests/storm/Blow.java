package mx.gob.edomex.catgem.tests.storm;

import mx.gob.edomex.catgem.shared.FaultPoint;

/**
 * One fault of a storm.
 *
 * @param point where it strikes, or null for whatever is going on
 * @param delayMillis from the moment at which work is going on
 * @param part which of several (a connection of the database), from 0 to 1
 */
record Blow(Kind kind, FaultPoint point, int delayMillis, double part) {

    enum Kind {
        /** kill -9 of a node (of several: of the one that matches, or of the other), started again at once. */
        NODE_KILL(30, 5),
        /** The same while one of its threads stands at a fault point. */
        POINT_KILL(30, 5),
        /** The node that matches stands still for longer than its lease, and wakes up. */
        NODE_PAUSE(30, 30),
        /** It stands still just before it writes offers; meanwhile another takes the lease. */
        STALE_OWNER(30, 30),
        /** kill -9 of a broker outside, started again at once. */
        BROKER_KILL(30, 30),
        /** kill -9 of every process of PostgreSQL; started again at once. */
        DATABASE_KILL(30, 30),
        /** kill -9 of one connection's process: PostgreSQL throws all others out and recovers. */
        CONNECTION_KILL(30, 30);

        private final double bar;
        private final double barOfTwo;

        Kind(double bar, double barOfTwo) {
            this.bar = bar;
            this.barOfTwo = barOfTwo;
        }

        /** Seconds until a citizen is served again, at most. */
        double bar(int nodes) {
            return nodes == 1 ? bar : barOfTwo;
        }
    }

    @Override
    public String toString() {
        return kind + (point == null ? "" : " at " + point) + " after " + delayMillis + " ms";
    }
}
