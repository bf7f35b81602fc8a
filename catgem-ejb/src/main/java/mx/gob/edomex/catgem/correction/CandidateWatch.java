package mx.gob.edomex.catgem.correction;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/** Surveys are answered when the citizen likes: each minute those of the last two days are looked at, each night all. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CandidateWatch {

    @Inject
    Beat beat;

    @Inject
    Candidates candidates;

    @Inject
    Clock clock;

    private final Rounds rounds = new Rounds(CandidateWatch.class, "dissatisfied surveys wait to be put up for triage");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(60), this::gatherLately);
    }

    void gatherLately() {
        rounds.run(() -> candidates.gatherSurveys(clock.instant().minus(Duration.ofDays(2))));
    }

    /** In the quiet hours of the centre (09:40 UTC is 03:40 there). */
    @Schedule(hour = "9", minute = "40", persistent = false)
    void gatherAll() {
        rounds.run(() -> candidates.gatherSurveys(Instant.EPOCH));
    }
}
