package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;

/** Has everything read again at once, for an auditor who does not want to wait for the night. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
public class ReadingOrders {

    @Inject
    ReadingTimer readings;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** @throws ReadingUnderWay while everything is being read */
    public void order() {
        if (!readings.begin()) {
            throw new ReadingUnderWay();
        }
        String role = staff.has(Roles.AUDITOR) ? Roles.AUDITOR : Roles.SUPERVISOR;
        ledger.system(
                "LOG_READING_ASKED", new Actor(staff.username(), role, Source.SCREEN), clock.instant(), null, Map.of());
    }

    /** Whether everything is being read, on whatever node. */
    public boolean isUnderWay() {
        return readings.isUnderWay();
    }
}
