package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.shared.Rounds;

/** Looks every five seconds, on every node, for callbacks whose delayed message was lost or whose window has passed. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackTimer {

    @Inject
    Callbacks callbacks;

    private final Rounds rounds = new Rounds(CallbackTimer.class, "callbacks come late");

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        rounds.run(() -> {
            rounds.each(callbacks::due, callbacks::enter);
            rounds.each(callbacks::late, callbacks::postpone);
        });
    }
}
