package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The quality objectives (objetivos de calidad): the three indicators, what is aimed at and who answers for it. Their
 * figures are asked of {@link Figures}, like any other.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
public class Objectives {

    private static final String LEADS =
            """
            from app_user u where u.enabled and exists (
              select 1 from user_role r where r.username = u.username
                and r.role in ('supervisor', 'coordinator', 'information', 'direction'))
            """;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Figures figures;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** @param measure a {@link Measure}, or UPDATES for indicator 2 */
    public record Objective(String measure, double target, String owner, String ownerName) {}

    /** @param byName null: it came with the installation */
    public record Change(String measure, double target, String ownerName, String grounds, String byName, Instant at) {}

    /**
     * An objective in a window.
     *
     * @param shown percent, or null where there is nothing or too little to judge
     * @param reached null where nothing is shown
     */
    public record Standing(
            Objective objective, BigDecimal shown, long hits, long n, WilsonInterval interval, Boolean reached) {}

    /** Somebody who may answer for one. */
    public record Lead(String username, String name) {}

    /** In the order of the indicators. */
    public List<Objective> all() {
        return Sql.on(
                        entities,
                        """
                        select t.measure, t.target, u.username, u.display_name from figure_target t
                        left join lateral (select c.owner from target_change c where c.measure = t.measure
                                           order by c.id desc limit 1) l on true
                        left join app_user u on u.username = l.owner
                        where t.measure in ('SATISFACTION', 'UPDATES', 'ANSWER_IN_TIME')
                        order by array_position(array['SATISFACTION', 'UPDATES', 'ANSWER_IN_TIME'], t.measure)
                        """)
                .list(row -> new Objective(
                        row.text("measure"), row.decimal("target"), row.text("username"), row.text("display_name")));
    }

    /** In the order of the indicators; the very figures of the other pages. */
    public List<Standing> standings(Window window) {
        Map<Measure, Figure> found = figures.of(window, Cut.ALL);
        UpdateFigure updates = figures.updates(window);
        return all().stream()
                .map(one -> one.measure().equals("UPDATES")
                        ? standing(
                                one,
                                updates.shown(),
                                updates.inTime(),
                                updates.decided(),
                                updates.interval(),
                                updates.value())
                        : standing(one, found.get(Measure.valueOf(one.measure()))))
                .toList();
    }

    private static Standing standing(Objective objective, Figure figure) {
        return standing(objective, figure.shown(), figure.hits(), figure.n(), figure.interval(), figure.value());
    }

    private static Standing standing(
            Objective objective, BigDecimal shown, long hits, long n, WilsonInterval interval, Double value) {
        Boolean reached = shown == null ? null : Boolean.valueOf(value >= objective.target());
        return new Standing(objective, shown, hits, n, interval, reached);
    }

    /** What was aimed at before, the newest first. */
    public List<Change> changes() {
        return Sql.on(
                        entities,
                        """
                        select c.measure, c.target, o.display_name as owner, c.grounds, b.display_name as changed_by,
                               c.changed_at
                        from target_change c left join app_user o on o.username = c.owner
                        left join app_user b on b.username = c.changed_by
                        where c.measure in ('SATISFACTION', 'UPDATES', 'ANSWER_IN_TIME')
                        order by c.id desc limit 50
                        """)
                .list(row -> new Change(
                        row.text("measure"),
                        row.decimal("target"),
                        row.text("owner"),
                        row.text("grounds"),
                        row.text("changed_by"),
                        row.instant("changed_at")));
    }

    /** By name. */
    public List<Lead> leads() {
        return Sql.on(entities, "select u.username, u.display_name " + LEADS + " order by 2, 1")
                .list(row -> new Lead(row.text("username"), row.text("display_name")));
    }

    /**
     * @param percent above 0, at most 100
     * @throws ReasonMissing without grounds of ten characters or more
     * @throws ObjectiveOwnerUnknown when nobody of that name leads anything here
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public void set(String measure, double percent, String owner, String grounds) {
        String why = grounds == null ? "" : grounds.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new ReasonMissing();
        }
        if (!Sql.on(entities, "select 1 " + LEADS + " and u.username = :owner")
                .set("owner", owner == null ? "" : owner)
                .exists()) {
            throw new ObjectiveOwnerUnknown();
        }
        new TargetChanges(entities, ledger, staff.username(), clock.instant()).keep(measure, percent, owner, why);
    }
}
