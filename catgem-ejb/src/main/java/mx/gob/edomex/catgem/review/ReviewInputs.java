package mx.gob.edomex.catgem.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mx.gob.edomex.catgem.quality.ConformityFilter;
import mx.gob.edomex.catgem.quality.ConformityReport;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.report.Cut;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.FigureTargets;
import mx.gob.edomex.catgem.report.FigureTargets.Target;
import mx.gob.edomex.catgem.report.Figures;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.UpdateFigure;
import mx.gob.edomex.catgem.report.WilsonInterval;
import mx.gob.edomex.catgem.report.Window;
import mx.gob.edomex.catgem.review.InputSheet.Line;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.training.TrainingMatrix.Column;
import mx.gob.edomex.catgem.training.TrainingQueries;

/** Asks those who know for what a review looks at; indicators and conformity are the very figures of their pages. */
@ApplicationScoped
public class ReviewInputs {

    private static final List<Measure> MEASURES = List.of(
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.SERVICE_LEVEL,
            Measure.ABANDON_RATE,
            Measure.FIRST_CONTACT_RESOLUTION);

    // Of the period, or as things stand now where a count says so.
    private static final String COUNTS =
            """
            select
              (select count(*) from finding_candidate where state = 'OPEN') as waiting,
              (select count(*) from finding where closed_at is null) as open,
              (select count(*) from finding f where f.confirmed_at >= :from and f.confirmed_at < :to) as raised,
              (select count(*) from finding f where f.state = 'EFFECTIVE' and f.closed_at >= :from and f.closed_at < :to)
                as effective,
              (select count(*) from effect_check c where not c.effective and c.checked_at >= :from and c.checked_at < :to)
                as reopened,
              (select count(*) from finding f where f.opened_at >= :from and f.opened_at < :to and exists (
                 select 1 from finding e where e.opened_at < f.opened_at and e.rule = f.rule
                   and e.procedure_code = f.procedure_code and e.step_code is not distinct from f.step_code)) as recurrent,
              (select count(*) from corrective_action where done_at is null) as actions,
              (select count(*) from corrective_action where done_at is null and due_on < :today) as overdue,
              (select count(*) from audit where planned_from between :first and :last and state <> 'CANCELLED') as planned,
              (select count(*) from audit where reported_at >= :from and reported_at < :to) as reported,
              (select count(*) from audit where state in ('PLANNED', 'RUNNING') and planned_to < :today) as late,
              (select count(*) from audit_mark where verdict = 'FINDING' and taken_back_at is null
                 and marked_at >= :from and marked_at < :to) as found,
              (select count(*) from finding_candidate where kind = 'COMPLAINT' and occurred_at >= :from and occurred_at < :to)
                as complaints,
              (select count(*) from finding_candidate where kind = 'SURVEY' and occurred_at >= :from and occurred_at < :to)
                as dissatisfied
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Figures figures;

    @Inject
    FigureTargets targets;

    @Inject
    ConformityReports conformity;

    @Inject
    TrainingQueries training;

    @Inject
    Installation installation;

    List<Line> lines(ManagementReview review, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        indicators(review, lines);
        conformity(review, lines);
        counts(review, today, lines);
        training(lines);
        decisions(review, today, lines);
        return lines;
    }

    private void indicators(ManagementReview review, List<Line> lines) {
        Window window = Window.days(review.from(), review.to(), installation.timeZone());
        List<Target> all = targets.all();
        Map<Measure, Figure> found = figures.of(window, Cut.ALL);
        lines.add(indicator(found.get(Measure.SATISFACTION), all));
        UpdateFigure updates = figures.updates(window);
        lines.add(new Line(
                Section.INDICATORS,
                "UPDATES",
                null,
                updates.shown() == null ? null : updates.shown().toPlainString() + " %",
                (long) updates.decided(),
                interval(updates.interval()),
                target("UPDATES", all)));
        lines.add(indicator(found.get(Measure.ANSWER_IN_TIME), all));
        MEASURES.forEach(measure -> lines.add(indicator(found.get(measure), all)));
    }

    private static Line indicator(Figure figure, List<Target> targets) {
        BigDecimal shown = figure.shown();
        String unit = figure.measure().isRate() ? " %" : "";
        return new Line(
                Section.INDICATORS,
                figure.measure().name(),
                null,
                shown == null ? null : shown.toPlainString() + unit,
                figure.measure().isCount() ? null : Long.valueOf(figure.n()),
                interval(figure.interval()),
                target(figure.measure().name(), targets));
    }

    private static String interval(WilsonInterval interval) {
        return interval == null
                ? null
                : String.format(Locale.ROOT, "%.1f–%.1f %%", interval.low() * 100, interval.high() * 100);
    }

    private static String target(String measure, List<Target> targets) {
        return targets.stream()
                .filter(one -> one.measure().equals(measure))
                .findFirst()
                .map(one -> (one.atMost() ? "≤ " : "≥ ")
                        + BigDecimal.valueOf(one.target())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %")
                .orElse(null);
    }

    private void conformity(ManagementReview review, List<Line> lines) {
        ConformityReport report = conformity.of(new ConformityFilter(review.from(), review.to(), null), Language.ES);
        Double conforming = report.total().conforming();
        lines.add(new Line(
                Section.CONFORMITY,
                "CONFORMING",
                null,
                conforming == null ? null : String.format(Locale.ROOT, "%.1f %%", conforming),
                (long) report.total().executions(),
                null,
                null));
        report.byDeviation()
                .forEach(one ->
                        lines.add(Line.count(Section.CONFORMITY, one.code().name(), one.executions())));
    }

    private void counts(ManagementReview review, LocalDate today, List<Line> lines) {
        ZoneId zone = installation.timeZone();
        Sql.on(entities, COUNTS)
                .set("from", new LocalDay(review.from(), zone).start())
                .set("to", new LocalDay(review.to(), zone).end())
                .set("first", review.from())
                .set("last", review.to())
                .set("today", today)
                .each(row -> {
                    for (String[] one : new String[][] {
                        {"FINDINGS", "waiting"},
                        {"FINDINGS", "open"},
                        {"FINDINGS", "raised"},
                        {"FINDINGS", "actions"},
                        {"FINDINGS", "overdue"},
                        {"FINDINGS", "effective"},
                        {"FINDINGS", "reopened"},
                        {"FINDINGS", "recurrent"},
                        {"AUDITS", "planned"},
                        {"AUDITS", "reported"},
                        {"AUDITS", "late"},
                        {"AUDITS", "found"},
                        {"VOICE", "complaints"},
                        {"VOICE", "dissatisfied"}
                    }) {
                        lines.add(
                                Line.count(Section.valueOf(one[0]), one[1].toUpperCase(Locale.ROOT), row.big(one[1])));
                    }
                });
    }

    private void training(List<Line> lines) {
        for (Column column : training.matrix(Language.ES).columns()) {
            lines.add(new Line(
                    Section.TRAINING,
                    column.procedure() + " v" + column.number(),
                    null,
                    Integer.toString(column.trained()),
                    (long) column.needed(),
                    null,
                    null));
        }
    }

    /** Of earlier reviews: what is open, and what was done since the period began. */
    private void decisions(ManagementReview review, LocalDate today, List<Line> lines) {
        Sql.on(
                        entities,
                        """
                        select r.number || '/' || d.ordinal as code, d.what, u.display_name,
                               cast(d.due_on as text) as due_on,
                               case when d.done_at is not null then 'DONE' when d.due_on < :today then 'OVERDUE'
                                    else 'OPEN' end as state
                        from review_decision d join management_review r on r.id = d.review_id
                        join app_user u on u.username = d.owner
                        where r.id <> :id and (d.done_at is null or d.done_at >= :from)
                        order by d.decided_at, d.ordinal
                        """)
                .set("today", today)
                .set("id", review.id().value())
                .set("from", new LocalDay(review.from(), installation.timeZone()).start())
                .each(row -> lines.add(new Line(
                        Section.DECISIONS,
                        row.text("code"),
                        row.text("what") + " (" + row.text("display_name") + ", " + row.text("due_on") + ")",
                        row.text("state"),
                        null,
                        null,
                        null)));
    }
}
