package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import mx.gob.edomex.catgem.workforce.Occupancies;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import mx.gob.edomex.catgem.workforce.Staffing;

/**
 * Everyone with a desk open, kept from look to look and brought up to date by the advisors' rows that were written
 * since, so that a look costs little however many are at work. Now and then everybody is read again all the same, as
 * often as that takes a half per cent of the time. An offer made on what is out of date the database refuses. For one
 * thread.
 */
public final class StaffMemory {

    private static final long SHORTEST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int COST_TIMES = 200;

    private final Staffing staffing;
    private final LongSupplier nanos;
    private final Map<String, Skills> skills = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private AdvisorPool pool = new AdvisorPool();
    private Occupancies occupancies = Occupancies.NONE;
    private String snapshot;
    private long readAt;
    private long goodFor;

    /** @param nanos a timer, as {@link System#nanoTime} */
    public StaffMemory(Staffing staffing, LongSupplier nanos) {
        this.staffing = staffing;
        this.nanos = nanos;
    }

    /**
     * Everyone as the database has them now.
     *
     * @param current from {@link Staffing#occupancies}; the same object until it is read again
     */
    public AdvisorPool atWork(Occupancies current) {
        long begin = nanos.getAsLong();
        boolean everybody = snapshot == null || begin - readAt >= goodFor;
        Staffing.Changes changes = staffing.since(everybody ? null : snapshot, doubtful, skills);
        if (everybody) {
            pool = new AdvisorPool();
        } else if (!current.equals(occupancies)) {
            for (StaffedAdvisor advisor : List.copyOf(pool.everyone())) {
                put(advisor, current);
            }
        }
        occupancies = current;
        changes.gone().forEach(pool::remove);
        changes.present().forEach(advisor -> put(advisor, current));
        snapshot = changes.snapshot();
        doubtful.clear();
        if (everybody) {
            readAt = nanos.getAsLong();
            goodFor = Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, COST_TIMES * (readAt - begin)));
        }
        return pool;
    }

    /** What everyone was last brought up to date by. */
    public Look look() {
        return new Look(snapshot, occupancies.at());
    }

    /** Something was decided about them that the database may not have taken: they are read again at the next look. */
    public void doubt(Collection<String> usernames) {
        doubtful.addAll(usernames);
    }

    private void put(StaffedAdvisor advisor, Occupancies current) {
        pool.put(advisor.occupied(current.of(advisor.username())));
    }
}
