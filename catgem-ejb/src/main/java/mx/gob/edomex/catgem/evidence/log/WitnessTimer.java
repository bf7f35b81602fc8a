package mx.gob.edomex.catgem.evidence.log;

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
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every ten seconds a node that does not keep the log signs for what it has become. */
@Singleton
@Startup
@DependsOn({"Migrations", "LogKeeper"})
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WitnessTimer {

    @Inject
    Beat beat;

    @Inject
    LogKeeper keeper;

    @Inject
    Witnessing witnessing;

    @Inject
    Alerts alerts;

    private final Rounds rounds = new Rounds(WitnessTimer.class, "the log is not witnessed");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(10), this::look);
    }

    void look() {
        if (!keeper.isHere()) {
            rounds.run(this::witness);
        }
    }

    private void witness() {
        try {
            witnessing.show(new NodeWitness(NodeMemory.ofThisNode(), LogKeeper.NODE));
        } catch (LogDamaged e) {
            alerts.raise(LogKeeper.ALERT, Alerts.Severity.CRITICAL, null, null, e.place());
            throw e;
        }
    }
}
