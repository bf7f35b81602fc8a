package mx.gob.edomex.catgem.contact;

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
import java.util.concurrent.atomic.AtomicBoolean;
import mx.gob.edomex.catgem.shared.Sweep;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;
import mx.gob.edomex.catgem.workforce.PresenceService;

/**
 * Every two seconds, on every node, what time alone brings about: lost desks, ended grace, after-call work that ran
 * out, offers whose timer was lost. Each act is a transaction of its own and a no-op when another node was first.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CentreSweep {

    @Inject
    PresenceService presence;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    Endings endings;

    @Inject
    Dispatch dispatch;

    @Inject
    StuckArrivals stuckArrivals;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            run();
        } finally {
            running.set(false);
        }
    }

    private void run() {
        Sweep.each(presence::unseen, presence::connectionLost);
        Sweep.each(capacity::graceOver, capacity::lost);
        Sweep.each(endings::orphans, endings::advisorLost);
        Sweep.each(endings::overdueAfterCallWork, endings::expireAfterCallWork);
        Sweep.each(dispatch::liveOffers, offer -> dispatch.expire(offer.offer()));
        Sweep.attempt(dispatch::clearExclusions);
        Sweep.attempt(stuckArrivals::settle);
    }
}
