package mx.gob.edomex.catgem.manual;

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

/** Looks every ten seconds, on every node, for versions whose moment has come. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VersionTimer {

    @Inject
    Beat beat;

    @Inject
    VersionSwitch force;

    private final Rounds rounds = new Rounds(VersionTimer.class, "authorised procedures come into force late");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(10), this::look);
    }

    void look() {
        rounds.run(() -> rounds.each(force::due, force::enter));
    }
}
