package mx.gob.edomex.catgem.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.audit.AuditCard.History;
import mx.gob.edomex.catgem.audit.AuditCard.Item;
import mx.gob.edomex.catgem.audit.AuditCard.Mark;
import mx.gob.edomex.catgem.audit.AuditCard.Person;
import mx.gob.edomex.catgem.audit.AuditCard.Sample;
import mx.gob.edomex.catgem.audit.AuditCard.Tally;
import mx.gob.edomex.catgem.correction.FindingState;
import mx.gob.edomex.catgem.quality.proof.DrawnSample;
import mx.gob.edomex.catgem.quality.proof.SampleFolio;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** The programme, its audits, their samples and what was said of them. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
public class AuditQueries {

    private static final String WORST =
            """
            (select case when bool_or(m.verdict = 'FINDING') then 'FINDING' when bool_or(m.verdict = 'OBSERVATION')
                    then 'OBSERVATION' else max(m.verdict) end
             from audit_mark m where m.item_id = i.id and m.taken_back_at is null)
            """;

    private static final String MARK =
            """
            select m.id, i.ordinal, i.id as item, c.folio, m.verdict, m.step_code, s.name_es, s.name_en, m.note,
                   u.display_name, m.marked_at, m.taken_back_at, f.state as candidate, f.reason, f.finding_id,
                   coalesce(g.nonconformity, g.number) as finding, g.state as finding_state
            from audit_mark m join audit_item i on i.id = m.item_id join contact c on c.id = i.contact_id
            join execution x on x.id = c.id join app_user u on u.username = m.marked_by
            left join procedure_step s on s.version_id = x.procedure_version_id and s.code = m.step_code
            left join finding_candidate f on f.mark_id = m.id left join finding g on g.id = f.finding_id
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    AuditRows rows;

    @Inject
    Population population;

    /** Years in which an audit is planned, and this one; the latest first. */
    public List<Integer> years() {
        return Sql.on(
                        entities,
                        """
                        select distinct cast(extract(year from planned_from) as int) as year from audit
                        union select cast(:year as int) order by 1 desc
                        """)
                .set("year", rows.today().getYear())
                .list(row -> row.number("year"));
    }

    /** By their first day; an audit belongs to the year in which it is to begin. */
    public List<AuditLine> programme(int year) {
        return Sql.on(
                        entities,
                        """
                        select a.id, a.number, a.title, a.state, array_to_string(a.procedures, ', ') as procedures,
                               cast(a.scope_from as text) as scope_from, cast(a.scope_to as text) as scope_to,
                               cast(a.planned_from as text) as planned_from, cast(a.planned_to as text) as planned_to,
                               a.state in ('PLANNED', 'RUNNING') and a.planned_to < :today as late, u.display_name,
                               (select count(*) from audit_item i where i.audit_id = a.id) as folios,
                               (select count(distinct i.id) from audit_item i join audit_mark m on m.item_id = i.id
                                where i.audit_id = a.id and m.taken_back_at is null) as examined,
                               (select count(*) from audit_item i join audit_mark m on m.item_id = i.id
                                where i.audit_id = a.id and m.taken_back_at is null and m.verdict = 'FINDING') as findings,
                               (select count(*) from audit_item i join audit_mark m on m.item_id = i.id
                                join finding_candidate f on f.mark_id = m.id
                                where i.audit_id = a.id and f.state = 'OPEN') as undecided
                        from audit a join app_user u on u.username = a.lead
                        where a.planned_from >= :from and a.planned_from < :to
                        order by a.planned_from, a.number
                        """)
                .set("today", rows.today())
                .set("from", LocalDate.of(year, 1, 1))
                .set("to", LocalDate.of(year + 1, 1, 1))
                .list(row -> new AuditLine(
                        row.uuid("id"),
                        row.text("number"),
                        row.text("title"),
                        row.constant("state", AuditState.class),
                        row.text("procedures"),
                        day(row, "scope_from"),
                        day(row, "scope_to"),
                        day(row, "planned_from"),
                        day(row, "planned_to"),
                        row.flag("late"),
                        row.text("display_name"),
                        row.number("folios"),
                        row.number("examined"),
                        row.number("findings"),
                        row.number("undecided")));
    }

    private static LocalDate day(Sql.Row row, String label) {
        return LocalDate.parse(row.text(label));
    }

    /** Who may be named for an audit, by name. */
    public List<Person> auditors() {
        return Sql.on(
                        entities,
                        """
                        select u.username, u.display_name
                        """
                                + Independence.WHO_AUDITS + " order by u.display_name, u.username")
                .list(row -> new Person(row.text("username"), row.text("display_name")));
    }

    /** @throws AuditUnknown when there is none */
    public AuditCard card(AuditId id, Language language) {
        Audit audit = found(id);
        List<Mark> marks = marks(" where i.audit_id = :id and m.taken_back_at is null", id.value(), language);
        return new AuditCard(
                id,
                audit.number(),
                audit.title(),
                audit.state(),
                audit.scope(),
                audit.plannedFrom(),
                audit.plannedTo(),
                (audit.state() == AuditState.PLANNED || audit.state() == AuditState.RUNNING)
                        && audit.plannedTo().isBefore(rows.today()),
                audit.auditors().stream().map(this::person).toList(),
                audit.lead().equals(rows.me()),
                population.size(audit.scope()),
                sample(id),
                items(id),
                tallies(id, language),
                marks,
                audit.conclusion(),
                audit.reportedAt(),
                history(id));
    }

    private Audit found(AuditId id) {
        Audit audit = entities.find(Audit.class, id.value());
        if (audit == null) {
            throw new AuditUnknown();
        }
        return audit;
    }

    private Person person(String username) {
        return Sql.on(entities, "select display_name from app_user where username = :username")
                .set("username", username)
                .first(row -> new Person(username, row.text("display_name")))
                .orElseGet(() -> new Person(username, username));
    }

    private Sample sample(AuditId id) {
        return Sql.on(
                        entities,
                        """
                        select s.algorithm, s.population, s.population_hash, s.seed, s.size, s.basis, s.share, s.grounds,
                               s.recorded_at, u.display_name
                        from audit_sample s join app_user u on u.username = s.recorded_by where s.audit_id = :id
                        """)
                .set("id", id.value())
                .first(row -> new Sample(
                        row.text("algorithm"),
                        row.number("population"),
                        row.text("population_hash"),
                        row.text("seed"),
                        row.number("size"),
                        row.constant("basis", SamplePlan.Basis.class),
                        row.numberOrNull("share"),
                        row.text("grounds"),
                        row.text("display_name"),
                        row.instant("recorded_at")))
                .orElse(null);
    }

    private List<Item> items(AuditId id) {
        return Sql.on(
                        entities,
                        """
                        select i.id, i.ordinal, c.folio, p.procedure_code, c.closed_at, i.auditor, u.display_name,
                        """
                                + WORST + " as verdict,"
                                + """
                                (select count(*) from audit_mark m where m.item_id = i.id and m.taken_back_at is null)
                                  as marks
                        from audit_item i join contact c on c.id = i.contact_id join execution x on x.id = c.id
                        join procedure_version p on p.id = x.procedure_version_id
                        join app_user u on u.username = i.auditor
                        where i.audit_id = :id order by i.ordinal
                        """)
                .set("id", id.value())
                .list(row -> new Item(
                        row.uuid("id"),
                        row.number("ordinal"),
                        row.text("folio"),
                        row.text("procedure_code"),
                        row.instant("closed_at"),
                        row.text("auditor"),
                        row.text("display_name"),
                        row.constant("verdict", Verdict.class),
                        row.number("marks")));
    }

    private List<Tally> tallies(AuditId id, Language language) {
        return Sql.on(
                        entities,
                        """
                        select p.procedure_code, m.step_code, max(s.name_es) as name_es, max(s.name_en) as name_en,
                               count(*) filter (where m.verdict = 'FINDING') as findings,
                               count(*) filter (where m.verdict = 'OBSERVATION') as observations
                        from audit_mark m join audit_item i on i.id = m.item_id join execution x on x.id = i.contact_id
                        join procedure_version p on p.id = x.procedure_version_id
                        left join procedure_step s on s.version_id = p.id and s.code = m.step_code
                        where i.audit_id = :id and m.taken_back_at is null and m.verdict <> 'CONFORMS'
                        group by p.procedure_code, m.step_code
                        order by 5 desc, 6 desc, p.procedure_code, m.step_code nulls last
                        """)
                .set("id", id.value())
                .list(row -> new Tally(
                        row.text("procedure_code"),
                        row.text("step_code"),
                        name(row, language),
                        row.number("findings"),
                        row.number("observations")));
    }

    private static String name(Sql.Row row, Language language) {
        return row.text(language == Language.EN ? "name_en" : "name_es");
    }

    private List<Mark> marks(String where, UUID id, Language language) {
        return Sql.on(entities, MARK + where + " order by i.ordinal, m.marked_at desc, m.id")
                .set("id", id)
                .list(row -> new Mark(
                        row.uuid("id"),
                        row.number("ordinal"),
                        row.uuid("item"),
                        row.text("folio"),
                        row.constant("verdict", Verdict.class),
                        row.text("step_code"),
                        name(row, language),
                        row.text("note"),
                        row.text("display_name"),
                        row.instant("marked_at"),
                        row.instant("taken_back_at"),
                        row.text("candidate"),
                        row.text("reason"),
                        row.uuid("finding_id"),
                        row.text("finding"),
                        row.constant("finding_state", FindingState.class)));
    }

    private List<History> history(AuditId id) {
        return Sql.on(
                        entities,
                        """
                        select h.act, h.words, u.display_name, h.at from audit_act h join app_user u on u.username = h.staff
                        where h.audit_id = :id order by h.id
                        """)
                .set("id", id.value())
                .list(row ->
                        new History(row.text("act"), row.text("words"), row.text("display_name"), row.instant("at")));
    }

    /** @throws AuditUnknown when there is none */
    public AuditItemCard item(UUID id, Language language) {
        List<Mark> marks = marks(" where i.id = :id", id, language);
        return Sql.on(
                        entities,
                        """
                        select i.audit_id, a.number, a.title, a.state, i.ordinal, c.folio, p.procedure_code,
                               p.number as version, c.closed_at, d.display_name as attended, i.auditor, u.display_name,
                               (select count(*) from audit_item o where o.audit_id = a.id) as size,
                               (select o.id from audit_item o where o.audit_id = a.id and o.id <> i.id and o.auditor = :me
                                  and not exists (select 1 from audit_mark m where m.item_id = o.id
                                                  and m.taken_back_at is null)
                                order by o.ordinal < i.ordinal, o.ordinal limit 1) as next
                        from audit_item i join audit a on a.id = i.audit_id join contact c on c.id = i.contact_id
                        join execution x on x.id = c.id join procedure_version p on p.id = x.procedure_version_id
                        join app_user u on u.username = i.auditor left join app_user d on d.username = c.advisor
                        where i.id = :id
                        """)
                .set("id", id)
                .set("me", rows.me())
                .first(row -> new AuditItemCard(
                        id,
                        new AuditId(row.uuid("audit_id")),
                        row.text("number"),
                        row.text("title"),
                        row.number("ordinal"),
                        row.number("size"),
                        row.text("folio"),
                        row.text("procedure_code"),
                        row.number("version"),
                        row.instant("closed_at"),
                        row.text("attended"),
                        row.text("auditor"),
                        row.text("display_name"),
                        row.text("auditor").equals(rows.me()) && "RUNNING".equals(row.text("state")),
                        steps(id, language),
                        marks,
                        row.uuid("next")))
                .orElseThrow(AuditUnknown::new);
    }

    private List<AuditItemCard.Step> steps(UUID item, Language language) {
        return Sql.on(
                        entities,
                        """
                        select s.code, s.name_es, s.name_en, s.mandatory,
                               (select count(*) from event e where e.execution_id = x.id and e.step_code = s.code
                                and e.step_kind = 'END') as done,
                               (select min(e.at) from event e where e.execution_id = x.id and e.step_code = s.code
                                and e.step_kind = 'END') as at,
                               (select string_agg(distinct d.code, ', ') from deviation d
                                where d.execution_id = x.id and d.step_code = s.code) as deviations
                        from audit_item i join execution x on x.id = i.contact_id
                        join procedure_step s on s.version_id = x.procedure_version_id
                        where i.id = :item order by s.ordinal, s.code
                        """)
                .set("item", item)
                .list(row -> new AuditItemCard.Step(
                        row.text("code"),
                        name(row, language),
                        row.flag("mandatory"),
                        row.number("done"),
                        row.instant("at"),
                        row.text("deviations")));
    }

    /** The folios from which the sample is drawn, in canonical order, as they stand now. */
    public List<String> population(AuditId id) {
        return List.copyOf(population.of(found(id).scope()).keySet());
    }

    /**
     * What was drawn, with the record of the draw, as evidence of it is made.
     *
     * @throws AuditSampleNotDrawn when nothing is
     */
    public DrawnSample drawn(AuditId id) {
        Audit audit = found(id);
        Sample sample = sample(id);
        List<SampleFolio> folios = drawnFolios(id);
        if (sample == null || folios.isEmpty()) {
            throw new AuditSampleNotDrawn();
        }
        return new DrawnSample(
                id.value(),
                audit.number(),
                audit.title(),
                List.of(
                        new DrawnSample.Line("algorithm", sample.algorithm()),
                        new DrawnSample.Line("population", Integer.toString(sample.population())),
                        new DrawnSample.Line("hash", sample.hash()),
                        new DrawnSample.Line("seed", sample.seed()),
                        new DrawnSample.Line("size", Integer.toString(sample.size()))),
                folios,
                population(id),
                Sql.on(entities, "select at from audit_act where audit_id = :id order by id")
                        .set("id", id.value())
                        .list(row -> row.instant("at")));
    }

    private List<SampleFolio> drawnFolios(AuditId id) {
        return Sql.on(
                        entities,
                        "select i.ordinal, c.id, c.folio, p.procedure_code, coalesce(" + WORST + ", 'NONE') as verdict "
                                + """
                                from audit_item i join contact c on c.id = i.contact_id join execution x on x.id = c.id
                                join procedure_version p on p.id = x.procedure_version_id
                                where i.audit_id = :id order by i.ordinal
                                """)
                .set("id", id.value())
                .list(row -> new SampleFolio(
                        row.number("ordinal"),
                        row.uuid("id"),
                        row.text("folio"),
                        row.text("procedure_code"),
                        row.text("verdict")));
    }

    /**
     * Draws again from what is on record, and keeps nothing.
     *
     * @throws AuditSampleNotDrawn when there is nothing to compare with
     */
    public Recount recount(AuditId id) {
        List<String> folios = population(id);
        List<String> kept = items(id).stream().map(Item::folio).toList();
        Sample sample = sample(id);
        if (sample == null || kept.isEmpty()) {
            throw new AuditSampleNotDrawn();
        }
        String hash = SampleDraw.hash(folios);
        List<String> drawn = SampleDraw.draw(folios, sample.seed(), sample.size());
        return new Recount(folios.size(), hash, hash.equals(sample.hash()), drawn.equals(kept), drawn);
    }
}
