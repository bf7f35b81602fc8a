package mx.gob.edomex.catgem.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.contact.ContactEnded;

/** Has a contact read in the wake of its end; whatever goes wrong is left to {@link ConformityWatch}. */
@ApplicationScoped
public class EndObserver {

    private static final System.Logger LOG = System.getLogger(EndObserver.class.getName());

    @Inject
    ConformityChecks checks;

    /** Only hands over: after a commit neither the database nor an error of ours may touch who closed. */
    void onEnd(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactEnded ended) {
        try {
            checks.checkSoon(ended.contact().value());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "left to the sweep: " + e.getClass().getName());
        }
    }
}
