package mx.gob.edomex.catgem.quality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that every ended execution is read: what the wake of a closing missed by a crash or a full pool, and what is
 * no contact's. Each node sweeps; who comes second finds nothing left.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConformityWatch {

    private static final System.Logger LOG = System.getLogger(ConformityWatch.class.getName());
    private static final Duration LATELY = Duration.ofDays(2);
    private static final int BATCH = 200;

    @Inject
    ConformityChecks checks;

    @Inject
    Clock clock;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void sweepLately() {
        sweep(clock.instant().minus(LATELY));
    }

    /** Everything, in the quiet hours of the centre (09:20 UTC is 03:20 there). */
    @Schedule(hour = "9", minute = "20", persistent = false)
    void sweepAll() {
        sweep(Instant.EPOCH);
    }

    private void sweep(Instant since) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            List<UUID> before = List.of();
            List<UUID> found = checks.unread(since, BATCH);
            while (!found.isEmpty() && !found.equals(before)) {
                check(found);
                before = found;
                found = checks.unread(since, BATCH);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the sweep is tried again: " + e.getClass().getName());
        } finally {
            running.set(false);
        }
    }

    /** One that cannot be read must not keep the others unread. */
    private void check(List<UUID> found) {
        try {
            checks.check(found);
        } catch (RuntimeException e) {
            found.forEach(this::checkAlone);
        }
    }

    private void checkAlone(UUID execution) {
        try {
            checks.check(List.of(execution));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "execution " + execution + " stays unread: " + e.getClass().getName());
        }
    }
}
