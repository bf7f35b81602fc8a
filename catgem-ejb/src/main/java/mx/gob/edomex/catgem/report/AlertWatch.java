package mx.gob.edomex.catgem.report;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every five seconds, on every node, a look at the centre by its alert rules; their rows let one node in at a time. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertWatch {

    @Inject
    Beat beat;

    @Resource
    SessionContext context;

    @Inject
    AlertRules rules;

    private final Rounds rounds = new Rounds(AlertWatch.class, "the alert rules are not looked at");

    @PostConstruct
    void begin() {
        beat.every(Duration.ofSeconds(5), context.getBusinessObject(AlertWatch.class)::look);
    }

    public void look() {
        rounds.run(rules::look);
    }
}
