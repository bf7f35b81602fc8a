package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** What the centre aims at; every change is on record, and who answers for it stays. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
public class FigureTargets {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * @param measure a {@link Measure}, or UPDATES for indicator 2
     * @param target a proportion 0 to 1
     * @param atMost whether staying below is good
     */
    public record Target(String measure, double target, boolean atMost) {

        /** Of a proportion as precise as it is, never as it is shown. */
        public boolean isReached(double value) {
            return atMost ? value <= target : value >= target;
        }
    }

    public List<Target> all() {
        return Sql.on(entities, "select measure, target, at_most from figure_target order by measure")
                .list(row -> new Target(row.text("measure"), row.decimal("target"), row.flag("at_most")));
    }

    /** @param percent above 0, at most 100 */
    @RolesAllowed(Roles.SUPERVISOR)
    public void change(String measure, double percent) {
        new TargetChanges(entities, ledger, staff.username(), clock.instant()).keep(measure, percent, null, null);
    }
}
