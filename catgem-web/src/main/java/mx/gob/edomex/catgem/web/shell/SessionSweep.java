package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every two seconds, on every node: sessions whose account has changed end, should the signal have been lost. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionSweep {

    @Inject
    SessionWatch sessions;

    private final Rounds rounds = new Rounds(SessionSweep.class, "sessions that are over may stay open");

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        rounds.run(sessions::endWhatIsOver);
    }
}
