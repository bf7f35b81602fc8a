package mx.gob.edomex.catgem.contact;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/** Looks every five seconds, on every node, for callbacks whose delayed message was lost or whose window has passed. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackTimer {

    @Inject
    Beat beat;

    @Inject
    Callbacks callbacks;

    private final Rounds rounds = new Rounds(CallbackTimer.class, "callbacks come late");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(5), this::look);
    }

    void look() {
        rounds.run(() -> {
            rounds.each(callbacks::due, callbacks::enter);
            rounds.each(callbacks::late, callbacks::postpone);
        });
    }
}
