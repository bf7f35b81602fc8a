package mx.gob.edomex.catgem.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * The folios and deviations behind the figures. Nobody evaluates their own: what the reader attended is left out of the
 * lists, and how much that is, is said.
 */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.COORDINATOR})
public class QualityLists {

    public static final int PAGE = 50;

    private static final String NOT_OWN =
            " and not exists (select 1 from leg own where own.contact_id = %1$s.contact_id and own.advisor = :me)";
    private static final String OWN =
            " and exists (select 1 from leg own where own.contact_id = %1$s.contact_id and own.advisor = :me)";

    private static final String EXECUTION =
            """
            select k.execution_id, c.folio, k.procedure_code, v.number, k.counted_at, k.ended_at, k.outcome,
                   k.early_exit, k.staff, u.display_name, cardinality(k.measured) as measured,
                   cardinality(k.declared) as declared, cardinality(k.skipped) as skipped,
                   cardinality(k.missing) as missing, cardinality(k.late) as late,
                   (select string_agg(distinct d.code, ' ' order by d.code) from deviation d
                    where d.execution_id = k.execution_id) as codes
            from execution_check k
            join procedure_version v on v.id = k.version_id
            left join contact c on c.id = k.contact_id
            left join app_user u on u.username = k.staff
            """;

    // What a contact's execution is waiting for can be seen in its folio; the others would be nowhere until they end.
    private static final String RUNNING =
            """
            select k.*, last.*
            from (select e.id, v.procedure_code, v.number, v.id as version_id, e.begun_at as counted_at, e.steps
                  from execution e join procedure_version v on v.id = e.procedure_version_id
                  where not exists (select 1 from procedure_step s where s.version_id = v.id and s.act = 'CLOSE')
                    and not exists (select 1 from execution_check c where c.execution_id = e.id)) k
            join lateral (
              select ev.at, s.name_es, s.name_en, u.display_name from event ev
              join procedure_step s on s.version_id = k.version_id and s.code = ev.step_code
              left join app_user u on u.username = ev.staff
              where ev.execution_id = k.id and ev.kind = 'STEP' order by ev.k desc limit 1) last on true
            where %s and cast(:me as text) is not null
            order by k.counted_at desc, k.id limit 50
            """;

    private static final String DEVIATION =
            """
            select d.id, d.code, d.execution_id, c.folio, d.procedure_code, v.number, d.subject, d.step_code, s.name_es,
                   s.name_en, d.measured, d.allowed, d.staff, u.display_name, d.counted_at, d.at, d.found_at
            from deviation d
            join procedure_version v on v.id = d.version_id
            left join procedure_step s on s.version_id = d.version_id and s.code = d.step_code
            left join contact c on c.id = d.contact_id
            left join app_user u on u.username = d.staff
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    CurrentStaff staff;

    /**
     * What the lists are cut by, beside the period.
     *
     * @param step code, or null for any
     * @param advisor user name, or null for any
     * @param code null for any; deviations only
     * @param part executions only
     */
    public record Choice(
            ConformityFilter filter, String step, String advisor, DeviationCode code, ExecutionPart part) {}

    public QualityPage<ExecutionLine> executions(Choice choice, int page) {
        String where = executionsWhere(choice);
        return page(
                choice,
                page,
                "select count(*) as n from execution_check k" + where,
                "k",
                bound(
                                choice,
                                EXECUTION + where + notOwn("k") + " order by k.counted_at desc, k.execution_id"
                                        + limit(page))
                        .list(QualityLists::execution));
    }

    /** Work outside the queue that goes on now or was left, begun in the period; the newest first, at most a page. */
    public List<RunningExecution> running(ConformityFilter filter, Language language) {
        Choice choice = new Choice(filter, null, null, null, ExecutionPart.ALL);
        return bound(choice, RUNNING.formatted(period(choice).executions()))
                .list(row -> new RunningExecution(
                        row.uuid("id"),
                        row.text("procedure_code"),
                        row.number("number"),
                        row.instant("counted_at"),
                        row.number("steps"),
                        row.text(language == Language.EN ? "name_en" : "name_es"),
                        row.text("display_name"),
                        row.instant("at")));
    }

    public QualityPage<DeviationCard> deviations(Choice choice, int page, Language language) {
        return page(
                choice,
                page,
                "select count(*) as n from deviation d" + deviationsWhere(choice),
                "d",
                bound(choice, deviationsText(choice) + limit(page)).list(row -> deviation(row, language)));
    }

    /** All of them, for an export: row after row. */
    public void eachExecution(Choice choice, Consumer<ExecutionLine> reader) {
        bound(choice, EXECUTION + executionsWhere(choice) + notOwn("k") + " order by k.counted_at desc, k.execution_id")
                .each(row -> reader.accept(execution(row)));
    }

    /** All of them, for an export: row after row. */
    public void eachDeviation(Choice choice, Language language, Consumer<DeviationCard> reader) {
        bound(choice, deviationsText(choice)).each(row -> reader.accept(deviation(row, language)));
    }

    /** Of one contact, in the order of the acts; an advisor sees those of contacts they attended. */
    @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.COORDINATOR, Roles.ADVISOR})
    public List<DeviationCard> ofContact(UUID contact, Language language) {
        boolean everything = staff.has(Roles.AUDITOR) || staff.has(Roles.SUPERVISOR) || staff.has(Roles.COORDINATOR);
        return Sql.on(
                        entities,
                        DEVIATION
                                + """
                                where d.contact_id = :contact
                                  and (:everything or exists (select 1 from leg own where own.contact_id = d.contact_id
                                                              and own.advisor = :me))
                                order by d.at, d.id
                                """)
                .set("contact", contact)
                .set("everything", everything)
                .set("me", staff.username())
                .list(row -> deviation(row, language));
    }

    /** Whether the contact has been read for deviations since it ended. */
    @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.COORDINATOR, Roles.ADVISOR})
    public boolean isRead(UUID contact) {
        return Sql.on(entities, "select 1 from execution_check where execution_id = :contact")
                .set("contact", contact)
                .exists();
    }

    private <T> QualityPage<T> page(Choice choice, int page, String count, String alias, List<T> lines) {
        int found = count(choice, count + notOwn(alias));
        int own = count(choice, count + OWN.formatted(alias));
        return new QualityPage<>(lines, found, own, page, PAGE);
    }

    private int count(Choice choice, String sql) {
        return bound(choice, sql).first(row -> row.number("n")).orElse(0);
    }

    private static String notOwn(String alias) {
        return NOT_OWN.formatted(alias);
    }

    private static String limit(int page) {
        return " limit " + PAGE + " offset " + Math.max(0, page - 1) * PAGE;
    }

    private Period period(Choice choice) {
        return Period.of(choice.filter(), installation.timeZone(), entities);
    }

    private String executionsWhere(Choice choice) {
        return " where " + period(choice).executions() + " and " + choice.part().condition()
                + (choice.advisor() == null ? "" : " and k.staff = :advisor");
    }

    private String deviationsWhere(Choice choice) {
        return " where " + period(choice).deviations()
                + (choice.code() == null ? "" : " and d.code = :code")
                + (choice.step() == null ? "" : " and d.step_code = :step")
                + (choice.advisor() == null ? "" : " and d.staff = :advisor");
    }

    private String deviationsText(Choice choice) {
        return DEVIATION + deviationsWhere(choice) + notOwn("d") + " order by d.counted_at desc, d.id desc";
    }

    private Sql bound(Choice choice, String text) {
        Sql sql = period(choice).set(Sql.on(entities, text)).set("me", staff.username());
        if (text.contains(":step")) {
            sql.set("step", choice.step());
        }
        if (text.contains(":advisor")) {
            sql.set("advisor", choice.advisor());
        }
        return text.contains(":code") ? sql.set("code", choice.code()) : sql;
    }

    private static ExecutionLine execution(Sql.Row row) {
        return new ExecutionLine(
                row.uuid("execution_id"),
                row.text("folio"),
                row.text("procedure_code"),
                row.number("number"),
                row.instant("counted_at"),
                row.instant("ended_at"),
                row.text("outcome"),
                row.flag("early_exit"),
                row.text("staff"),
                row.text("display_name"),
                row.number("measured"),
                row.number("declared"),
                row.number("skipped"),
                row.number("missing"),
                row.number("late"),
                row.text("codes"));
    }

    private static DeviationCard deviation(Sql.Row row, Language language) {
        String subject = row.text("subject");
        DeviationCode code = row.constant("code", DeviationCode.class);
        return new DeviationCard(
                row.big("id"),
                code,
                row.uuid("execution_id"),
                row.text("folio"),
                row.text("procedure_code"),
                row.number("number"),
                subject,
                row.text("step_code"),
                row.text(language == Language.EN ? "name_en" : "name_es"),
                code == DeviationCode.D2 ? subject.substring(0, subject.indexOf('>')) : null,
                row.exact("measured"),
                row.exact("allowed"),
                row.text("staff"),
                row.text("display_name"),
                row.instant("counted_at"),
                row.instant("at"),
                row.instant("found_at"));
    }
}
