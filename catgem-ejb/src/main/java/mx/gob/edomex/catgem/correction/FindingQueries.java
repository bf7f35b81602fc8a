package mx.gob.edomex.catgem.correction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.correction.CandidateLine.Reference;
import mx.gob.edomex.catgem.correction.EffectFigure.Span;
import mx.gob.edomex.catgem.correction.FindingCard.History;
import mx.gob.edomex.catgem.correction.FindingCard.Verdict;
import mx.gob.edomex.catgem.quality.QualityPage;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** What waits for triage, the findings and where they stand, and who has what to do. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.COORDINATOR})
public class FindingQueries {

    public static final int PAGE = 50;

    /** Who can own an action: whoever works in the centre, except its auditor, who judges it. */
    static final String OWNERS =
            """
            from app_user u where u.enabled
              and exists (select 1 from user_role r where r.username = u.username and r.role in ('advisor', 'coordinator',
                          'information', 'supervisor', 'direction', 'support'))
              and not exists (select 1 from user_role r where r.username = u.username and r.role = 'auditor')
            """;

    private static final String CANDIDATE =
            """
            select c.id, c.kind, nullif(c.rule, '') as rule, c.execution_id, k.folio, c.procedure_code, c.step_code,
                   s.name_es, s.name_en, u.display_name, c.staff, c.occurred_at, c.state, d.display_name as decided_by,
                   c.reason, coalesce(f.nonconformity, f.number) as finding, c.finding_id, m.note,
                   (select count(*) from deviation x where c.kind = 'DEVIATION' and x.execution_id = c.execution_id
                      and x.code = c.rule) as deviations,
                   (select string_agg(b.id || ' ' || b.nonconformity || ' ' || b.state, ',' order by b.nonconformity desc)
                    from finding b where b.nonconformity is not null and b.kind = c.kind and coalesce(b.rule, '') = c.rule
                      and b.procedure_code = c.procedure_code) as before
            from finding_candidate c
            join execution e on e.id = c.execution_id
            left join contact k on k.id = c.contact_id
            left join procedure_step s on s.version_id = e.procedure_version_id and s.code = c.step_code
            left join app_user u on u.username = c.staff
            left join app_user d on d.username = c.decided_by
            left join finding f on f.id = c.finding_id
            left join audit_mark m on m.id = c.mark_id
            """;

    private static final String OWN =
            """
             (coalesce(c.staff = :me, false)
              or exists (select 1 from leg l where l.contact_id = c.contact_id and l.advisor = :me))
            """;

    private static final String ACTION =
            """
            select a.id, a.finding_id, coalesce(f.nonconformity, f.number) as number, f.title, a.round, a.what, a.owner,
                   u.display_name, cast(a.due_on as text) as due_on, a.done_at is null and a.due_on < :today as overdue, p.display_name as planned_by,
                   a.done_at, a.evidence,
                   (select c.why from finding_cause c where c.finding_id = a.finding_id and c.round = a.round
                    order by c.stated_at desc, c.ordinal desc limit 1) as root
            from corrective_action a join finding f on f.id = a.finding_id
            join app_user u on u.username = a.owner join app_user p on p.username = a.planned_by
            """;

    private static final String LINE =
            """
            select f.id, coalesce(f.nonconformity, f.number) as number, f.state, f.round, f.kind, f.rule, f.procedure_code,
                   f.step_code, f.title, f.opened_at, f.closed_at,
                   (select count(*) from finding_candidate c where c.finding_id = f.id) as candidates,
                   a.actions, a.open, a.overdue,
                   cast(coalesce(a.next, case when f.state = 'WATCHED' then f.check_on end) as text) as next
            from finding f
            left join lateral (
              select count(*) as actions, count(*) filter (where done_at is null) as open,
                     count(*) filter (where done_at is null and due_on < :today) as overdue,
                     min(due_on) filter (where done_at is null) as next
              from corrective_action where finding_id = f.id and round = f.round) a on true
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EffectFigures figures;

    @Inject
    FindingRows rows;

    @Inject
    Installation installation;

    /** A person by user name and name. */
    public record Person(String username, String name) {}

    /** The newest first; what the reader attended is left out, and how much that is, is said. */
    public QualityPage<CandidateLine> candidates(CandidateFilter filter, int page, Language language) {
        List<CandidateLine> lines = bound(
                        filter,
                        CANDIDATE + where(filter) + " and not" + OWN
                                + " order by c.occurred_at desc, c.id desc limit " + PAGE + " offset "
                                + Math.max(0, page - 1) * PAGE)
                .list(row -> candidate(row, language));
        return new QualityPage<>(lines, count(filter, " and not" + OWN), count(filter, " and" + OWN), page, PAGE);
    }

    private int count(CandidateFilter filter, String whose) {
        return bound(filter, "select count(*) as n from finding_candidate c" + where(filter) + whose)
                .first(row -> row.number("n"))
                .orElse(0);
    }

    /** All of them, for an export: row after row. */
    public void eachCandidate(CandidateFilter filter, Language language, Consumer<CandidateLine> reader) {
        bound(filter, CANDIDATE + where(filter) + " and not" + OWN + " order by c.occurred_at desc, c.id desc")
                .each(row -> reader.accept(candidate(row, language)));
    }

    private static String where(CandidateFilter filter) {
        return " where cast(:me as text) is not null"
                + (filter.state() == null ? "" : " and c.state = :state")
                + (filter.kind() == null ? "" : " and c.kind = :kind")
                + (filter.rule() == null ? "" : " and c.rule = :rule")
                + (filter.procedure() == null ? "" : " and c.procedure_code = :procedure")
                + (filter.from() == null ? "" : " and c.occurred_at >= :from")
                + (filter.to() == null ? "" : " and c.occurred_at < :to");
    }

    private Sql bound(CandidateFilter filter, String text) {
        Sql sql = Sql.on(entities, text).set("me", rows.me());
        set(sql, text, "state", filter.state());
        set(sql, text, "kind", filter.kind());
        set(sql, text, "rule", filter.rule());
        set(sql, text, "procedure", filter.procedure());
        set(sql, text, "from", filter.from() == null ? null : begins(filter.from()));
        set(sql, text, "to", filter.to() == null ? null : begins(filter.to().plusDays(1)));
        return sql;
    }

    private static void set(Sql sql, String text, String name, Object value) {
        if (value != null && text.contains(":" + name)) {
            sql.set(name, value);
        }
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(installation.timeZone()).toInstant();
    }

    private static CandidateLine candidate(Sql.Row row, Language language) {
        return new CandidateLine(
                row.big("id"),
                row.constant("kind", FindingKind.class),
                row.text("rule"),
                row.uuid("execution_id"),
                row.text("folio"),
                row.text("procedure_code"),
                row.text("step_code"),
                row.text(language == Language.EN ? "name_en" : "name_es"),
                row.number("deviations"),
                row.text("display_name") == null ? row.text("staff") : row.text("display_name"),
                row.instant("occurred_at"),
                row.text("state"),
                row.text("decided_by"),
                row.text("reason"),
                row.text("finding"),
                row.uuid("finding_id"),
                row.text("note"),
                references(row.text("before")));
    }

    private static List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        for (String one : text == null ? new String[0] : text.split(",")) {
            String[] parts = one.split(" ");
            references.add(new Reference(UUID.fromString(parts[0]), parts[1], FindingState.valueOf(parts[2])));
        }
        return references;
    }

    /** Findings a candidate may be joined to: not ended, the newest first. */
    public List<FindingLine> joinable() {
        return findings(new FindingFilter(FindingFilter.Stage.OPEN, null, null));
    }

    /** What is due first comes first, then the newest. */
    public List<FindingLine> findings(FindingFilter filter) {
        String text = LINE + " where cast(:today as date) is not null"
                + (filter.stage() == null ? "" : " and " + filter.stage().condition())
                + (filter.rule() == null ? "" : " and f.rule = :rule")
                + (filter.procedure() == null ? "" : " and f.procedure_code = :procedure")
                + " order by f.closed_at is not null, next nulls last, f.opened_at desc, f.id";
        Sql sql = today(text);
        set(sql, text, "rule", filter.rule());
        set(sql, text, "procedure", filter.procedure());
        return sql.list(FindingQueries::line);
    }

    private Sql today(String text) {
        return Sql.on(entities, text).set("today", rows.today());
    }

    private static FindingLine line(Sql.Row row) {
        return new FindingLine(
                row.uuid("id"),
                row.text("number"),
                row.constant("state", FindingState.class),
                row.number("round"),
                row.constant("kind", FindingKind.class),
                row.text("rule"),
                row.text("procedure_code"),
                row.text("step_code"),
                row.text("title"),
                row.number("candidates"),
                row.number("actions"),
                row.number("open"),
                row.number("overdue"),
                day(row, "next"),
                row.instant("opened_at"),
                row.instant("closed_at"));
    }

    /** How many findings stand where; for the head of the list. */
    public int count(FindingFilter.Stage stage) {
        String text = "select count(*) as n from finding f where " + stage.condition();
        Sql sql = Sql.on(entities, text);
        set(sql, text, "today", rows.today());
        return sql.first(row -> row.number("n")).orElse(0);
    }

    /** @throws FindingUnknown when there is none */
    public FindingCard card(FindingId id, Language language) {
        Finding finding = entities.find(Finding.class, id.value());
        if (finding == null) {
            throw new FindingUnknown();
        }
        Subject subject = finding.subject();
        LocalDate today = rows.today();
        return Sql.on(
                        entities,
                        """
                        select f.number, f.nonconformity, f.title, f.what, u.display_name as opened_by,
                               (select case when :english then s.name_en else s.name_es end
                                from procedure_step s join procedure_version v on v.id = s.version_id
                                where v.procedure_code = f.procedure_code and s.code = f.step_code
                                order by v.number desc limit 1) as step_name
                        from finding f join app_user u on u.username = f.opened_by where f.id = :id
                        """)
                .set("id", id.value())
                .set("english", language == Language.EN)
                .first(row -> new FindingCard(
                        id,
                        row.text("number"),
                        row.text("nonconformity"),
                        finding.state(),
                        finding.round(),
                        subject,
                        row.text("step_name"),
                        row.text("title"),
                        row.text("what"),
                        finding.weeks(),
                        row.text("opened_by"),
                        finding.openedAt(),
                        finding.checkOn(),
                        finding.checkOn() != null && !today.isBefore(finding.checkOn()),
                        finding.actions().stream().anyMatch(action -> action.isOf(rows.me())),
                        whys(finding),
                        actions(id),
                        verdicts(id),
                        finding.state() == FindingState.WATCHED ? figures.of(finding) : null,
                        recurrences(id),
                        history(id)))
                .orElseThrow(FindingUnknown::new);
    }

    private List<String> whys(Finding finding) {
        return Sql.on(
                        entities,
                        """
                        select why from finding_cause where finding_id = :id and round = :round and stated_at =
                          (select max(stated_at) from finding_cause where finding_id = :id and round = :round)
                        order by ordinal
                        """)
                .set("id", finding.id().value())
                .set("round", finding.round())
                .list(row -> row.text("why"));
    }

    private List<ActionLine> actions(FindingId id) {
        return today(ACTION + " where a.finding_id = :id order by a.round, a.due_on, a.planned_at, a.id")
                .set("id", id.value())
                .list(FindingQueries::action);
    }

    private static ActionLine action(Sql.Row row) {
        return new ActionLine(
                row.uuid("id"),
                row.uuid("finding_id"),
                row.text("number"),
                row.text("title"),
                row.text("root"),
                row.number("round"),
                row.text("what"),
                row.text("owner"),
                row.text("display_name"),
                day(row, "due_on"),
                row.flag("overdue"),
                row.text("planned_by"),
                row.instant("done_at"),
                row.text("evidence"));
    }

    private List<Verdict> verdicts(FindingId id) {
        return Sql.on(
                        entities,
                        """
                        select c.*, u.display_name from effect_check c join app_user u on u.username = c.checked_by
                        where c.finding_id = :id order by c.round
                        """)
                .set("id", id.value())
                .list(row -> new Verdict(
                        row.number("round"),
                        row.flag("effective"),
                        row.text("grounds"),
                        row.text("display_name"),
                        row.instant("checked_at"),
                        new EffectFigure(span(row, "before"), span(row, "after"))));
    }

    private static Span span(Sql.Row row, String which) {
        return new Span(
                row.instant(which + "_from"),
                row.instant(which + "_to"),
                row.number(which + "_hits"),
                row.number(which + "_of"));
    }

    /** Nonconformities before it about the same; those about the same step first. */
    private List<Reference> recurrences(FindingId id) {
        return Sql.on(
                        entities,
                        """
                        select f.id, f.nonconformity, f.state from finding f join finding me on me.id = :id
                        where f.id <> me.id and f.nonconformity is not null and f.opened_at <= me.opened_at
                          and f.kind = me.kind and coalesce(f.rule, '') = coalesce(me.rule, '')
                          and (f.procedure_code = me.procedure_code or f.step_code = me.step_code)
                        order by f.step_code is not distinct from me.step_code desc, f.opened_at desc, f.id limit 10
                        """)
                .set("id", id.value())
                .list(row -> new Reference(
                        row.uuid("id"), row.text("nonconformity"), row.constant("state", FindingState.class)));
    }

    private List<History> history(FindingId id) {
        return Sql.on(
                        entities,
                        """
                        select h.act, case when h.act = 'CANDIDATE_JOINED' then k.folio else h.words end as words,
                               u.display_name, h.at
                        from finding_act h join app_user u on u.username = h.staff
                        left join finding_candidate c on c.id = h.candidate_id
                        left join contact k on k.id = c.contact_id
                        where h.finding_id = :id order by h.id
                        """)
                .set("id", id.value())
                .list(row ->
                        new History(row.text("act"), row.text("words"), row.text("display_name"), row.instant("at")));
    }

    /** What is part of the finding, the newest first, at most a page. */
    public List<CandidateLine> of(FindingId id, Language language) {
        return Sql.on(
                        entities,
                        CANDIDATE + " where c.finding_id = :id order by c.occurred_at desc, c.id desc limit " + PAGE)
                .set("id", id.value())
                .list(row -> candidate(row, language));
    }

    /** By name. */
    public List<Person> owners() {
        return Sql.on(entities, "select u.username, u.display_name " + OWNERS + " order by u.display_name, u.username")
                .list(row -> new Person(row.text("username"), row.text("display_name")));
    }

    /** Of the caller: what is open by its day, then what was done lately. */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.INFORMATION, Roles.SUPERVISOR, Roles.DIRECTION, Roles.SUPPORT
    })
    public List<ActionLine> mine() {
        return today(
                        ACTION
                                + """
                        where a.owner = :me
                        order by a.done_at is not null, case when a.done_at is null then a.due_on end, a.done_at desc, a.id
                        limit 50
                        """)
                .set("me", rows.me())
                .list(FindingQueries::action);
    }

    /** How many actions the caller has to do; for the badge of every page. */
    @RolesAllowed({Roles.ADVISOR, Roles.COORDINATOR, Roles.INFORMATION, Roles.SUPERVISOR, Roles.DIRECTION, Roles.SUPPORT
    })
    public int toDo() {
        return Sql.on(entities, "select count(*) as n from corrective_action where owner = :me and done_at is null")
                .set("me", rows.me())
                .first(row -> row.number("n"))
                .orElse(0);
    }

    private static LocalDate day(Sql.Row row, String label) {
        return row.text(label) == null ? null : LocalDate.parse(row.text(label));
    }
}
