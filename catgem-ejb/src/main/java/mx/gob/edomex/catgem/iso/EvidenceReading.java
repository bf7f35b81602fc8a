package mx.gob.edomex.catgem.iso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import mx.gob.edomex.catgem.evidence.log.LogStanding;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryReviews;
import mx.gob.edomex.catgem.manual.ProcedureManual;
import mx.gob.edomex.catgem.manual.VersionCard;
import mx.gob.edomex.catgem.manual.VersionState;
import mx.gob.edomex.catgem.quality.ConformityFilter;
import mx.gob.edomex.catgem.quality.ConformityReport;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.Objectives;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.training.TrainingMatrix.Column;
import mx.gob.edomex.catgem.training.TrainingQueries;

/** Asks those who know what the records say; counts alone, of nobody in particular. */
@ApplicationScoped
public class EvidenceReading {

    private static final int DAYS = 90;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ProcedureManual manual;

    @Inject
    LogStanding log;

    @Inject
    Objectives objectives;

    @Inject
    Figures figures;

    @Inject
    TrainingQueries training;

    @Inject
    ConformityReports conformity;

    @Inject
    EntryHistory entries;

    @Inject
    EntryReviews reviews;

    @Inject
    Installation installation;

    EvidenceFigures of(EvidenceSource source, LocalDate today) {
        return switch (source) {
            case PROCEDURES -> procedures();
            case LOG -> log();
            case OBJECTIVES -> owned();
            case INDICATORS -> reached(today);
            case SURVEYS -> surveys(today);
            case TRAINING -> training();
            case CONFORMITY -> conformity(today);
            case KNOWLEDGE -> knowledge();
            default -> counted(source, today);
        };
    }

    private EvidenceFigures procedures() {
        List<VersionCard> inForce = manual.all().stream()
                .filter(card -> card.state() == VersionState.IN_FORCE)
                .toList();
        return share(inForce.stream().filter(card -> !card.proposal()).count(), inForce.size());
    }

    private EvidenceFigures log() {
        return log.lastReading()
                .map(one -> new EvidenceFigures(
                        one.findings(),
                        one.size(),
                        LocalDay.of(one.endedAt(), zone()).date()))
                .orElse(new EvidenceFigures(0, 0, null));
    }

    private EvidenceFigures owned() {
        List<Objectives.Objective> all = objectives.all();
        return share(all.stream().filter(one -> one.owner() != null).count(), all.size());
    }

    private EvidenceFigures reached(LocalDate today) {
        YearMonth month = YearMonth.from(today).minusMonths(1);
        List<Objectives.Standing> all = objectives.standings(Window.days(month.atDay(1), month.atEndOfMonth(), zone()));
        return new EvidenceFigures(
                all.stream().filter(one -> Boolean.TRUE.equals(one.reached())).count(),
                all.size(),
                month.atEndOfMonth());
    }

    private EvidenceFigures surveys(LocalDate today) {
        Figure answered = figures.of(Window.days(today.minusDays(DAYS), today, zone()), Cut.ALL)
                .get(Measure.SURVEY_RESPONSE);
        return share(answered.hits(), answered.n());
    }

    private EvidenceFigures training() {
        List<Column> columns = training.columns(Language.ES);
        return share(
                columns.stream().mapToInt(Column::trained).sum(),
                columns.stream().mapToInt(Column::needed).sum());
    }

    private EvidenceFigures conformity(LocalDate today) {
        ConformityReport.Line total = conformity.total(new ConformityFilter(today.minusDays(DAYS), today, null));
        return share(total.executions() - total.deviating(), total.executions());
    }

    private EvidenceFigures knowledge() {
        int all = entries.entries(Language.ES).size();
        return share(all - reviews.stale(Language.ES).size(), all);
    }

    private static EvidenceFigures share(long good, long all) {
        return new EvidenceFigures(good, all, null);
    }

    private EvidenceFigures counted(EvidenceSource source, LocalDate today) {
        return Sql.on(
                        entities,
                        "select * from (" + text(source)
                                + ") as read where cast(:today as date) is not null and cast(:zone as text) is not null")
                .set("today", today)
                .set("zone", zone().getId())
                .first(row -> new EvidenceFigures(
                        row.big("count"),
                        row.big("of_all"),
                        row.text("day") == null ? null : LocalDate.parse(row.text("day"))))
                .orElseThrow();
    }

    private static String text(EvidenceSource source) {
        return switch (source) {
            case ROUTING_RULES ->
                """
                select count(approved_by) as count, count(*) as of_all, cast(null as text) as day
                from (select approved_by from routing_rule where effective_from <= now()
                      order by effective_from desc, version desc limit 1) as in_force
                """;
            case PRIVACY_NOTICE ->
                """
                select count(*) filter (where not proposal) as count, count(*) as of_all, cast(null as text) as day
                from (select distinct on (language) proposal from privacy_notice where in_force_from <= now()
                      order by language, in_force_from desc) as in_force
                """;
            case RECOUNTS ->
                """
                select coalesce(sum(differences), 0) as count, count(*) as of_all,
                       cast(cast(max(counted_at) at time zone :zone as date) as text) as day
                from recount where recount.day >= cast(:today as date) - 8
                """;
            case TRIAGE ->
                """
                select count(*) as count, count(*) as of_all,
                       cast(cast(min(found_at) at time zone :zone as date) as text) as day
                from finding_candidate where state = 'OPEN'
                """;
            case ACTIONS -> overdue("corrective_action where done_at is null", "due_on");
            case EFFECTS -> overdue("finding where state = 'WATCHED'", "check_on");
            case DECISIONS -> overdue("review_decision where done_at is null", "due_on");
            case DISPOSALS -> overdue("disposal where state = 'ASKED'", "due_on");
            case WRONG_INFORMATION ->
                """
                select count(*) filter (where due_at < now()) as count, count(*) as of_all,
                       cast(cast(min(due_at) filter (where due_at < now()) at time zone :zone as date) as text) as day
                from officer_task where kind = 'WRONG' and ended_at is null
                """;
            case AUDITS ->
                """
                select count(*) filter (where state in ('PLANNED', 'RUNNING', 'REPORTED')) as count, count(*) as of_all,
                       cast(cast(max(ended_at) filter (where state = 'CLOSED') at time zone :zone as date) as text) as day
                from audit
                """;
            case REVIEWS ->
                """
                select count(*) filter (where state <> 'CLOSED') as count, count(*) as of_all,
                       cast(max(held_on) filter (where state = 'CLOSED') as text) as day
                from management_review
                """;
            case AGREEMENTS ->
                """
                select count(*) filter (where agreement_until > now()) as count, count(*) as of_all,
                       cast(cast(min(agreement_until) at time zone :zone as date) as text) as day
                from topic where active and agreement_until is not null
                """;
            case CLIMATE ->
                """
                select 0 as count, 0 as of_all,
                       (select value from setting where name = 'clauses.climate-considered-on'
                          and value ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
                          and value <= cast(cast(:today as date) as text)) as day
                """;
            default -> throw new IllegalArgumentException(source + " is read elsewhere");
        };
    }

    /** What is open, and how much of it is past its day. */
    private static String overdue(String open, String due) {
        return """
                select count(*) filter (where %2$s < :today) as count, count(*) as of_all,
                       cast(min(%2$s) filter (where %2$s < :today) as text) as day
                from %1$s
                """
                .formatted(open, due);
    }

    private ZoneId zone() {
        return installation.timeZone();
    }
}
