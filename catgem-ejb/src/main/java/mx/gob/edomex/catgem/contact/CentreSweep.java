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
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private static final System.Logger LOG = System.getLogger(CentreSweep.class.getName());

    @Inject
    PresenceService presence;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    Endings endings;

    @Inject
    Dispatch dispatch;

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
        each(presence::unseen, presence::connectionLost);
        each(capacity::graceOver, capacity::lost);
        each(endings::orphans, endings::advisorLost);
        each(endings::overdueAfterCallWork, endings::expireAfterCallWork);
        each(dispatch::liveOffers, offer -> dispatch.expire(offer.offer()));
        attempt(dispatch::clearExclusions);
    }

    /** One by one, so that one contact that cannot be dealt with keeps nobody else waiting. */
    static <T> void each(Supplier<List<T>> found, Consumer<T> act) {
        attempt(() -> found.get().forEach(one -> attempt(() -> act.accept(one))));
    }

    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a part of the sweep failed and is tried again in two seconds", e);
        }
    }
}
