package mx.gob.edomex.catgem.shared;

import java.time.Duration;
import java.util.UUID;

/** What one node of the centre does at a time: whoever holds the lease of its name, for a minute unless kept. */
public final class Duty {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final String lease;
    private final String owner = UUID.randomUUID().toString();

    public Duty(String lease) {
        this.lease = lease;
    }

    /** Takes it when nobody has it, or keeps it; to be called on the way too, so that no long round outlives the lease. */
    public boolean take(Leases leases) {
        return leases.acquire(lease, owner, LENGTH).isPresent();
    }

    /** Gives it up at once, so that another node need not wait for the lease to run out. */
    public void leave(Leases leases) {
        leases.release(lease, owner);
    }
}
