package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.LocalDay;

/** Every night, one node recounts the day before and, for what was closed late, the week before that. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecountTimer {

    private static final int DAYS = 8;
    private static final String OWNER = UUID.randomUUID().toString();

    @Inject
    Recount recount;

    @Inject
    Leases leases;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    @Schedule(hour = "3", minute = "10", timezone = "America/Mexico_City", persistent = false)
    void night() {
        if (leases.acquire("recount", OWNER, Duration.ofMinutes(30)).isEmpty()) {
            return;
        }
        for (int back = 1; back <= DAYS; back++) {
            recount.recount(LocalDay.of(clock.instant().minus(Duration.ofDays(back)), installation.timeZone()));
        }
    }
}
