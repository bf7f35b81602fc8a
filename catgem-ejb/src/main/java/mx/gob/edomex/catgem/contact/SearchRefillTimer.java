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

/** Looks every minute whether search rows are to be made anew. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchRefillTimer {

    @Inject
    Beat beat;

    @Inject
    SearchRefill refill;

    private final Rounds rounds = new Rounds(SearchRefillTimer.class, "older contacts are not found by their words");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofMinutes(1), () -> rounds.run(() -> rounds.each(refill::due, refill::fill)));
    }
}
