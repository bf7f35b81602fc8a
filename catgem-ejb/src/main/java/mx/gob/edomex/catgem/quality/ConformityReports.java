package mx.gob.edomex.catgem.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import mx.gob.edomex.catgem.quality.ConformityReport.DeviationLine;
import mx.gob.edomex.catgem.quality.ConformityReport.ExitLine;
import mx.gob.edomex.catgem.quality.ConformityReport.Line;
import mx.gob.edomex.catgem.quality.ConformityReport.StepLine;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The conformity report (ISO-03): what was done of what the procedures ask. The direction sees no person's figures. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.COORDINATOR, Roles.DIRECTION})
public class ConformityReports {

    /** How executions are put together: the key, and the name of the key. */
    private enum Cut {
        ALL("''", "''"),
        PROCEDURE(
                "k.procedure_code",
                "(select case when :english then p.name_en else p.name_es end from procedure p where p.code = key)"),
        DAY(Period.DAY, "''"),
        HOUR("to_char(k.counted_at at time zone :zone, 'HH24')", "''"),
        ADVISOR("k.staff", "(select u.display_name from app_user u where u.username = key)");

        private final String key;
        private final String name;

        Cut(String key, String name) {
            this.key = key;
            this.name = name;
        }
    }

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    public ConformityReport of(ConformityFilter filter, Language language) {
        Period period = Period.of(filter, installation.timeZone(), entities);
        boolean english = language == Language.EN;
        return new ConformityReport(
                filter,
                total(period, new Choice("", "")),
                lines(Cut.PROCEDURE, period, english),
                lines(Cut.DAY, period, english),
                shifts(filter, language),
                lines(Cut.HOUR, period, english),
                seesPeople() ? advisors(period, english) : List.of(),
                steps(period, english),
                deviations(period),
                seesPeople() ? exits(period) : List.of());
    }

    /** The first line of the report alone. */
    public Line total(ConformityFilter filter) {
        return total(Period.of(filter, installation.timeZone(), entities), new Choice("", ""));
    }

    /** Whom nobody attended counts for nobody. */
    private List<Line> advisors(Period period, boolean english) {
        return lines(Cut.ADVISOR, period, english).stream()
                .filter(line -> line.key() != null)
                .toList();
    }

    /** The shifts in force, for the filter. */
    public List<Choice> shifts(Language language) {
        return Sql.on(entities, "select code, name_es, name_en from shift where active order by starts, code")
                .list(row -> new Choice(row.text("code"), row.text(language == Language.EN ? "name_en" : "name_es")));
    }

    /** A code to choose by its name. */
    public record Choice(String code, String name) {}

    /** Each shift on the days on which it starts; nothing where a shift is chosen already. */
    private List<Line> shifts(ConformityFilter filter, Language language) {
        return filter.shift() != null
                ? List.of()
                : shifts(language).stream()
                        .map(shift ->
                                total(Period.of(filter.in(shift.code()), installation.timeZone(), entities), shift))
                        .toList();
    }

    private Line total(Period period, Choice named) {
        return lines(Cut.ALL, period, false).stream()
                .findFirst()
                .map(line -> line.named(named.code(), named.name()))
                .orElse(new Line(named.code(), named.name(), 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** Every procedure there is, for the filter. */
    public List<String> procedures() {
        return Sql.on(entities, "select code from procedure order by code").list(row -> row.text("code"));
    }

    private boolean seesPeople() {
        return staff.has(Roles.AUDITOR) || staff.has(Roles.SUPERVISOR) || staff.has(Roles.COORDINATOR);
    }

    private List<Line> lines(Cut cut, Period period, boolean english) {
        return period.set(Sql.on(
                        entities,
                        """
                                select key, cast(%s as text) as name, executions, deviating, exits, measured, declared,
                                       skipped, missing, late
                                from (
                                  select cast(%s as text) as key, count(*) as executions,
                                         count(*) filter (where k.deviations > 0) as deviating,
                                         count(*) filter (where k.early_exit) as exits,
                                         sum(cardinality(k.measured)) as measured,
                                         sum(cardinality(k.declared)) as declared,
                                         sum(cardinality(k.skipped)) as skipped,
                                         sum(cardinality(k.missing)) as missing,
                                         sum(cardinality(k.late)) as late
                                  from execution_check k where %s group by 1
                                ) as counted
                                where :english is not null order by key
                                """
                                .formatted(cut.name, cut.key, period.executions())))
                .set("english", english)
                .list(row -> new Line(
                        row.text("key"),
                        row.text("name"),
                        row.number("executions"),
                        row.number("deviating"),
                        row.number("exits"),
                        row.number("measured"),
                        row.number("declared"),
                        row.number("skipped"),
                        row.number("missing"),
                        row.number("late")));
    }

    private List<StepLine> steps(Period period, boolean english) {
        return period.set(Sql.on(
                        entities,
                        """
                                with chosen as materialized (
                                  select k.procedure_code, k.measured, k.declared, k.skipped, k.missing, k.late
                                  from execution_check k where %s
                                ), said as (
                                  select procedure_code, unnest(measured) as code, 'M' as what from chosen
                                  union all select procedure_code, unnest(declared), 'D' from chosen
                                  union all select procedure_code, unnest(skipped), 'S' from chosen
                                  union all select procedure_code, unnest(missing), 'X' from chosen
                                  union all select procedure_code, unnest(late), 'L' from chosen
                                ), counted as (
                                  select procedure_code, code, count(*) filter (where what = 'M') as measured,
                                         count(*) filter (where what = 'D') as declared,
                                         count(*) filter (where what = 'S') as skipped,
                                         count(*) filter (where what = 'X') as missing,
                                         count(*) filter (where what = 'L') as late
                                  from said group by 1, 2
                                )
                                select c.*, s.name_es, s.name_en from counted c
                                left join lateral (
                                  select s.name_es, s.name_en from procedure_step s
                                  join procedure_version v on v.id = s.version_id and v.procedure_code = c.procedure_code
                                  where s.code = c.code order by v.number desc limit 1) s on true
                                order by c.procedure_code, c.code
                                """
                                .formatted(period.executions())))
                .list(row -> new StepLine(
                        row.text("procedure_code"),
                        row.text("code"),
                        row.text(english ? "name_en" : "name_es"),
                        row.number("measured"),
                        row.number("declared"),
                        row.number("skipped"),
                        row.number("missing"),
                        row.number("late")));
    }

    /** Codes in their order, those that nobody broke too. */
    private List<DeviationLine> deviations(Period period) {
        List<DeviationLine> found = period.set(Sql.on(
                        entities,
                        """
                                select d.code, count(*) as found, count(distinct d.execution_id) as executions
                                from deviation d where %s group by d.code
                                """
                                .formatted(period.deviations())))
                .list(row -> new DeviationLine(
                        row.constant("code", DeviationCode.class), row.number("found"), row.number("executions")));
        return List.of(DeviationCode.values()).stream()
                .map(code -> found.stream()
                        .filter(line -> line.code() == code)
                        .findFirst()
                        .orElse(new DeviationLine(code, 0, 0)))
                .toList();
    }

    /** The highest rate first. */
    private List<ExitLine> exits(Period period) {
        return period.set(Sql.on(
                        entities,
                        """
                                select k.staff, coalesce(u.display_name, k.staff) as name, count(*) as attended,
                                       count(*) filter (where k.early_exit) as exits
                                from execution_check k left join app_user u on u.username = k.staff
                                where %s and k.contact_id is not null and k.staff is not null
                                group by k.staff, u.display_name
                                order by count(*) filter (where k.early_exit) * 1.0 / count(*) desc, name, k.staff
                                """
                                .formatted(period.executions())))
                .list(row ->
                        new ExitLine(row.text("staff"), row.text("name"), row.number("attended"), row.number("exits")));
    }
}
