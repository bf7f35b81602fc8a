package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every night, on one node: whether each leg of the day before has a recording, or the reason why not. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordingCheck {

    /** Conversations that began before midnight are over by then. */
    private static final Duration NIGHT = Duration.ofHours(3);

    private static final int DAYS = 7;

    @Inject
    Beat beat;

    @Inject
    RecordingDays days;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private Rounds rounds;

    @PostConstruct
    void begin() {
        rounds = new Rounds(RecordingCheck.class, "nobody knows whether calls were recorded");
        beat.every(Duration.ofMinutes(10), this::round);
    }

    /** Days on which nobody was there to look are looked through later. */
    void round() {
        Instant night = clock.instant().minus(NIGHT);
        rounds.run(() -> {
            for (int back = DAYS; back >= 1; back--) {
                LocalDay day = LocalDay.of(night.minus(Duration.ofDays(back)), installation.timeZone());
                rounds.attempt(() -> days.check(day));
            }
        });
    }
}
