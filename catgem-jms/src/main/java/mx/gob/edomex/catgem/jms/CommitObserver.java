package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import mx.gob.edomex.catgem.channel.ArrivalRecorded;
import mx.gob.edomex.catgem.contact.CallbackScheduled;
import mx.gob.edomex.catgem.contact.ContactReturned;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.FaultPoint;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.workforce.AdvisorAvailable;

/**
 * Tells the broker what a transaction brought about, once it has committed. Nothing here must be the only trace: an
 * arrival is found again by the sweep, a returned contact by its row, a desk by its own refresh.
 */
@ApplicationScoped
public class CommitObserver {

    private static final System.Logger LOG = System.getLogger(CommitObserver.class.getName());

    @Inject
    Sender sender;

    @Inject
    Clock clock;

    void arrival(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArrivalRecorded arrival) {
        FaultPoint.ARRIVAL_COMMITTED.reached();
        quietly(() -> sender.sendDurable(Destinations.INTAKE, arrival.contact().toString(), null));
    }

    void returned(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactReturned returned) {
        FaultPoint.RETURN_COMMITTED.reached();
        quietly(() -> sender.sendDurable(
                Destinations.EVENTS, Hint.RETURNED.about(returned.contact().toString()), null));
    }

    /** Its own id comes back to intake when it is due; the sweep of callbacks stands behind it. */
    void scheduled(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallbackScheduled callback) {
        Duration left = Duration.between(clock.instant(), callback.dueAt()).plusMillis(50);
        quietly(() -> sender.sendLater(
                Destinations.INTAKE, callback.contact().toString(), left.isNegative() ? Duration.ZERO : left));
    }

    void available(@Observes(during = TransactionPhase.AFTER_SUCCESS) AdvisorAvailable advisor) {
        quietly(() -> sender.hint(Destinations.EVENTS, Hint.READY.about(advisor.username())));
    }

    void signal(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignalRaised raised) {
        DeskSignal signal = raised.signal();
        if (signal.kind() == DeskSignal.Kind.OFFER_ENDED) {
            FaultPoint.ACCEPT_COMMITTED.reached();
        }
        quietly(() -> sender.publish(Destinations.SIGNALS, SignalText.write(signal)));
    }

    /** The commit stands whatever happens here; the log says which message will come late. */
    private static void quietly(Runnable send) {
        try {
            send.run();
        } catch (Sender.BrokerAway e) {
            LOG.log(System.Logger.Level.WARNING, "a message after the commit was not sent and will come late", e);
        }
    }
}
