package mx.gob.edomex.catgem.tests.storm;

import java.util.List;
import mx.gob.edomex.catgem.shared.FaultPoint;

/**
 * One fault of a storm.
 *
 * @param points where it strikes, a thread at each; none for whatever is going on
 * @param delayMillis from the moment at which work is going on
 * @param part which of several (a connection of the database), from 0 to 1
 */
record Blow(Kind kind, List<FaultPoint> points, int delayMillis, double part) {

    enum Kind {
        /** kill -9 of the node, started again at once. */
        NODE_KILL,
        /** The same while threads of it stand at fault points. */
        POINT_KILL,
        /** kill -9 of PostgreSQL while a thread of the node stands at a fault point and then goes on. */
        POINT_DATABASE_KILL,
        /** The node stands still for longer than its lease, and wakes up. */
        NODE_PAUSE,
        /** It stands still just before it writes offers; meanwhile another takes the lease. */
        STALE_OWNER,
        /** kill -9 of every process of PostgreSQL; started again at once. */
        DATABASE_KILL,
        /** kill -9 of one connection's process: PostgreSQL throws all others out and recovers. */
        CONNECTION_KILL;

        boolean isKill() {
            return this != NODE_PAUSE && this != STALE_OWNER;
        }
    }

    /** Seconds until a citizen is served again, at most; a second node has a bar of its own (faults.ClusterQueueFaults). */
    static final double BAR = 30;

    @Override
    public String toString() {
        return kind + (points.isEmpty() ? "" : " at " + points) + " after " + delayMillis + " ms";
    }
}
