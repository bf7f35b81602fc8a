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

/** Looks every five seconds, on every node, for what a citizen's silence has brought about. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SilencesTimer {

    @Inject
    Beat beat;

    @Inject
    Silences silences;

    private final Rounds rounds = new Rounds(SilencesTimer.class, "silences of citizens are not followed");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(5), this::look);
    }

    void look() {
        rounds.run(() -> rounds.each(silences::due, silences::proceed));
    }
}
