package mx.gob.edomex.catgem.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Begins a replay once it is stored. */
@ApplicationScoped
public class ReplayStarter {

    @Inject
    ReplayRunner runner;

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplayAsked replay) {
        runner.run(replay.replay());
    }
}
