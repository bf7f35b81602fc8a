package mx.gob.edomex.catgem.report;

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
import mx.gob.edomex.catgem.shared.Rounds;

/** Every second, on every node: the read model follows the ledger. The row of its position lets one node in at a time. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Projector {

    @Inject
    Beat beat;

    @Inject
    ReadModel readModel;

    private final Rounds rounds = new Rounds(Projector.class, "the figures do not follow the ledger");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(1), this::follow);
    }

    void follow() {
        rounds.run(readModel::catchUp);
    }
}
