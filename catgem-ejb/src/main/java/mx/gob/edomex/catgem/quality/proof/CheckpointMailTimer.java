package mx.gob.edomex.catgem.quality.proof;

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
import mx.gob.edomex.catgem.shared.Duty;
import mx.gob.edomex.catgem.shared.Leases;
import mx.gob.edomex.catgem.shared.Rounds;

/** Every ten minutes one node looks whether the checkpoint of the day has left: a server that was down at dawn sends it later. */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckpointMailTimer {

    @Inject
    CheckpointMail mail;

    @Inject
    Leases leases;

    private final Duty duty = new Duty("log-mail");
    private final Rounds rounds = new Rounds(CheckpointMailTimer.class, "the checkpoint of the day is not sent");

    @Schedule(hour = "6-23", minute = "*/10", timezone = "America/Mexico_City", persistent = false)
    void look() {
        rounds.run(() -> {
            if (duty.take(leases)) {
                mail.send();
            }
        });
    }
}
