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
        /** kill -9 of the node, started again at once. */
        NODE_KILL,
        /** The same while one of its threads stands at a fault point. */
        POINT_KILL,
        /** The node stands still for longer than its lease, and wakes up. */
        NODE_PAUSE,
        /** It stands still just before it writes offers; meanwhile another takes the lease. */
        STALE_OWNER,
        /** kill -9 of every process of PostgreSQL; started again at once. */
        DATABASE_KILL,
        /** kill -9 of one connection's process: PostgreSQL throws all others out and recovers. */
        CONNECTION_KILL
    }

    /** Seconds until a citizen is served again, at most; a second node has a bar of its own (faults.ClusterQueueFaults). */
    static final double BAR = 30;

    @Override
    public String toString() {
        return kind + (point == null ? "" : " at " + point) + " after " + delayMillis + " ms";
    }
}
