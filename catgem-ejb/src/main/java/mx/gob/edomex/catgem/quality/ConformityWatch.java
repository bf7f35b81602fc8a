package mx.gob.edomex.catgem.quality;

import jakarta.annotation.PostConstruct;
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
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

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

    private static final Duration LATELY = Duration.ofDays(2);
    private static final int BATCH = 200;

    @Inject
    Beat beat;

    @Inject
    ConformityChecks checks;

    @Inject
    Clock clock;

    private final Rounds rounds = new Rounds(ConformityWatch.class, "ended work waits to be read");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(60), this::sweepLately);
    }

    void sweepLately() {
        sweep(clock.instant().minus(LATELY));
    }

    /** Everything, in the quiet hours of the centre (09:20 UTC is 03:20 there). */
    @Schedule(hour = "9", minute = "20", persistent = false)
    void sweepAll() {
        sweep(Instant.EPOCH);
    }

    private void sweep(Instant since) {
        rounds.run(() -> {
            List<UUID> before = List.of();
            List<UUID> found = checks.unread(since, BATCH);
            while (!found.isEmpty() && !found.equals(before)) {
                check(found);
                before = found;
                found = checks.unread(since, BATCH);
            }
        });
    }

    /** One that cannot be read must not keep the others unread. */
    private void check(List<UUID> found) {
        try {
            checks.check(found);
        } catch (RuntimeException e) {
            rounds.each(found, execution -> checks.check(List.of(execution)));
        }
    }
}
