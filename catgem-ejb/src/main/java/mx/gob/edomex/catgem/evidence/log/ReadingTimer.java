package mx.gob.edomex.catgem.evidence.log;

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

    private static final String OWNER = UUID.randomUUID().toString();

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
        rounds.run(() -> {
            if (leases.acquire("log-reading", OWNER, Duration.ofHours(2)).isPresent()) {
                readNow();
            }
        });
    }

    /** Reads everything and keeps what was found. */
    public LogReading.Found readNow() {
        Instant began = clock.instant();
        LogReading.Found found = reading.read(NodeMemory.ofThisNode().seen(keys.origin()));
        readings.keep(found, began, clock.instant());
        return found;
    }
}
