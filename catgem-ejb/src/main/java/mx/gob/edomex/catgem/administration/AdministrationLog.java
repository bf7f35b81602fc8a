package mx.gob.edomex.catgem.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;

/** Writes to the ledger who changed what, in the transaction of the change; nothing when nothing changed. */
@ApplicationScoped
public class AdministrationLog {

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    void changed(String code, Refs refs) {
        if (refs.map().size() < 2 && code.endsWith("CHANGED")) {
            return;
        }
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.SUPPORT;
        ledger.system(code, new Actor(staff.username(), role, Source.SCREEN), clock.instant(), null, refs.map());
        signals.toAll(DeskSignal.Kind.QUEUE, null);
    }
}
