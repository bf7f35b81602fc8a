package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every two seconds, on every node: sessions whose account has changed end, should the signal have been lost. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionSweep {

    @Inject
    Beat beat;

    @Inject
    SessionWatch sessions;

    private final Rounds rounds = new Rounds(SessionSweep.class, "sessions that are over may stay open");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(2), this::sweep);
    }

    void sweep() {
        rounds.run(sessions::endWhatIsOver);
    }
}
