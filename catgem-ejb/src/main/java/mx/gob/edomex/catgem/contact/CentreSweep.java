package mx.gob.edomex.catgem.contact;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.FaultPoint;
import mx.gob.edomex.catgem.shared.Rounds;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;
import mx.gob.edomex.catgem.workforce.PresenceService;

/**
 * Every two seconds, on every node, what time alone brings about: lost desks, ended grace, after-call work that ran
 * out, offers whose timer was lost, mails that can go on. Each act is a transaction of its own and a no-op when another node was first.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CentreSweep {

    @Inject
    Beat beat;

    @Inject
    PresenceService presence;

    @Inject
    AdvisorCapacity capacity;

    @Inject
    Endings endings;

    @Inject
    Dispatch dispatch;

    @Inject
    Interruptions interruptions;

    @Inject
    WarmTransferLapses lapses;

    @Inject
    StuckArrivals stuckArrivals;

    @Inject
    DueMails dueMails;

    private final Rounds rounds = new Rounds(CentreSweep.class, "what time brings about comes late");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(2), this::sweep);
    }

    void sweep() {
        rounds.run(this::round);
    }

    private void round() {
        rounds.each(presence::unseen, presence::connectionLost);
        FaultPoint.SWEEP_UNDER_WAY.reached();
        rounds.each(capacity::graceOver, capacity::lost);
        rounds.each(endings::orphans, endings::advisorLost);
        rounds.each(endings::overdueAfterCallWork, endings::expireAfterCallWork);
        rounds.each(dispatch::liveOffers, offer -> dispatch.expire(offer.offer()));
        rounds.each(interruptions::due, interruptions::resume);
        rounds.each(lapses::lapsed, lapses::lapse);
        rounds.attempt(dispatch::clearExclusions);
        rounds.attempt(stuckArrivals::settle);
        rounds.attempt(dueMails::tell);
        rounds.attempt(dueMails::settle);
    }
}
