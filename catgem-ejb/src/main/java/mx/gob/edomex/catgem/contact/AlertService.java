package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/** Who looks after an alert: taken first, ended when it is dealt with. The first to act wins, a repeat does nothing. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.SUPPORT})
public class AlertService {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** @return false when somebody else was first */
    public boolean take(long alert) {
        return change(
                alert,
                "ALERT_TAKEN",
                "update alert set taken_by = :me, taken_at = :now where id = :id and taken_by is null and ended_at is null");
    }

    /** @return false when it had ended already */
    public boolean end(long alert) {
        return change(
                alert,
                "ALERT_ENDED",
                """
                update alert set ended_at = :now, taken_by = coalesce(taken_by, :me), taken_at = coalesce(taken_at, :now)
                where id = :id and ended_at is null
                """);
    }

    private boolean change(long alert, String code, String sql) {
        boolean changed = Sql.on(entities, sql)
                        .set("id", alert)
                        .set("me", staff.username())
                        .set("now", clock.instant())
                        .update()
                > 0;
        if (changed) {
            Actor actor = new Actor(staff.username(), role(), Source.SCREEN);
            ledger.system(code, actor, clock.instant(), null, Map.of("alert", Long.toString(alert)));
            signals.toAll(DeskSignal.Kind.ALERT, null);
        }
        return changed;
    }

    private String role() {
        if (staff.has(Roles.SUPERVISOR)) {
            return Roles.SUPERVISOR;
        }
        return staff.has(Roles.COORDINATOR) ? Roles.COORDINATOR : Roles.SUPPORT;
    }
}
