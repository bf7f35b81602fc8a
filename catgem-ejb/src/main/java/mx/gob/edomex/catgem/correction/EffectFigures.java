package mx.gob.edomex.catgem.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mx.gob.edomex.catgem.correction.EffectFigure.Span;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Counts what a finding is about, before and after its actions, from the readings of ended executions. A span takes its
 * first moment and leaves its last one to the next.
 */
@ApplicationScoped
public class EffectFigures {

    // The sum of both counts is over the same rows, so that a rate is of what it is a part of.
    private static final String DEVIATIONS =
            """
            select count(*) as n, count(*) filter (where exists (
                     select 1 from deviation d where d.execution_id = k.execution_id
                       and (cast(:rule as text) is null or d.code = :rule)
                       and (cast(:step as text) is null or d.step_code = :step))) as hits
            from execution_check k
            where k.ended_at >= :from and k.ended_at < :to
              and (cast(:procedure as text) is null or k.procedure_code = :procedure)
            """;
    private static final String COMPLAINTS =
            """
            select count(*) as n, count(*) filter (where exists (
                     select 1 from finding_candidate f where f.execution_id = k.execution_id and f.kind = 'COMPLAINT'))
                     as hits
            from execution_check k
            where k.contact_id is not null and k.ended_at >= :from and k.ended_at < :to
              and (cast(:procedure as text) is null or k.procedure_code = :procedure)
            """;
    private static final String SURVEYS =
            """
            select count(*) as n, count(*) filter (where exists (
                     select 1 from finding_candidate f where f.execution_id = i.contact_id and f.kind = 'SURVEY')) as hits
            from survey_invitation i join execution e on e.id = i.contact_id
            join procedure_version v on v.id = e.procedure_version_id
            where i.answered_at >= :from and i.answered_at < :to
              and (cast(:procedure as text) is null or v.procedure_code = :procedure)
            """;

    private static final String AUDITS =
            """
            select count(*) as n, count(*) filter (where exists (
                     select 1 from audit_mark m where m.item_id = i.id and m.verdict = 'FINDING' and m.taken_back_at is null
                       and (cast(:step as text) is null or m.step_code = :step))) as hits
            from audit a join audit_item i on i.audit_id = a.id join execution x on x.id = i.contact_id
            join procedure_version v on v.id = x.procedure_version_id
            where a.reported_at >= :from and a.reported_at < :to
              and (cast(:procedure as text) is null or v.procedure_code = :procedure)
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Of a finding whose actions are all done; after them no more weeks are counted than before it. */
    EffectFigure of(Finding finding) {
        return of(finding.subject(), finding.weeks(), finding.openedAt(), finding.actedAt());
    }

    /** @param actedAt null: up to now nothing was done */
    EffectFigure of(Subject subject, int weeks, Instant openedAt, Instant actedAt) {
        Duration length = Duration.ofDays(7L * weeks);
        Instant now = clock.instant();
        Instant from = actedAt == null ? now : actedAt;
        Instant full = from.plus(length);
        return new EffectFigure(
                span(subject, openedAt.minus(length), openedAt), span(subject, from, full.isBefore(now) ? full : now));
    }

    private Span span(Subject subject, Instant from, Instant to) {
        String sql =
                switch (subject.kind()) {
                    case DEVIATION -> DEVIATIONS;
                    case COMPLAINT -> COMPLAINTS;
                    case SURVEY -> SURVEYS;
                    case AUDIT -> AUDITS;
                };
        Sql query = Sql.on(entities, sql).set("from", from).set("to", to).set("procedure", subject.procedure());
        if (subject.kind() == FindingKind.DEVIATION) {
            query.set("rule", subject.rule());
        }
        if (subject.kind() == FindingKind.DEVIATION || subject.kind() == FindingKind.AUDIT) {
            query.set("step", subject.step());
        }
        return query.first(row -> new Span(from, to, row.number("hits"), row.number("n")))
                .orElseThrow();
    }
}
