package mx.gob.edomex.catgem.jms;

import java.time.Duration;
import java.util.function.LongSupplier;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.shared.Leases;

/** The matcher's lease while it works, renewed on the way, so that no long piece of work outlives it. */
final class Tenure {

    static final Duration LEASE = Duration.ofSeconds(10);
    private static final long RENEWAL_NANOS = LEASE.dividedBy(4).toNanos();

    private final Leases leases;
    private final String owner;
    private final long epoch;
    private final LongSupplier nanos;
    private long renewed;

    /** @param epoch of the lease just acquired */
    Tenure(Leases leases, String owner, long epoch, LongSupplier nanos) {
        this.leases = leases;
        this.owner = owner;
        this.epoch = epoch;
        this.nanos = nanos;
        this.renewed = nanos.getAsLong();
    }

    long epoch() {
        return epoch;
    }

    /** To be called often; asks the database only when a quarter of the lease has gone by. */
    void renew() {
        long now = nanos.getAsLong();
        if (now - renewed < RENEWAL_NANOS) {
            return;
        }
        if (leases.acquire(Dispatch.LEASE, owner, LEASE).orElse(-1) != epoch) {
            throw new LeaseLost();
        }
        renewed = now;
    }

    /** Another owner holds the lease, or it ran out meanwhile: what this one believes may be out of date. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("the matcher's lease was lost");
        }
    }
}
