package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every night, on one node, everything is read again and compared, also with what that node itself remembers. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadingTimer {

    private static final String LEASE = "log-reading";
    private static final Duration AT_MOST = Duration.ofHours(2);

    @Resource
    ManagedExecutorService executor;

    @Inject
    LogReading reading;

    @Inject
    LogReadings readings;

    @Inject
    LogKeys keys;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    private final Rounds rounds = new Rounds(ReadingTimer.class, "the log is not read again");

    @Schedule(hour = "4", minute = "10", timezone = "America/Mexico_City", persistent = false)
    void night() {
        String owner = UUID.randomUUID().toString();
        if (leases.acquire(LEASE, owner, AT_MOST).isPresent()) {
            read(owner);
        }
    }

    /**
     * Begins to read everything now, in the background.
     *
     * @return false, and nothing begins, while a reading is under way on any node
     */
    public boolean begin() {
        String owner = UUID.randomUUID().toString();
        if (leases.acquire(LEASE, owner, AT_MOST).isEmpty()) {
            return false;
        }
        executor.execute(() -> read(owner));
        return true;
    }

    public boolean isUnderWay() {
        return leases.isAnyoneHolding(LEASE);
    }

    private void read(String owner) {
        try {
            rounds.run(this::readNow);
        } finally {
            leases.release(LEASE, owner);
        }
    }

    /** Reads everything and keeps what was found. */
    public LogReading.Found readNow() {
        Instant began = clock.instant();
        LogReading.Found found = reading.read(NodeMemory.ofThisNode().seen(keys.origin()));
        readings.keep(found, began, clock.instant());
        return found;
    }
}
