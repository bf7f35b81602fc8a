package mx.gob.edomex.catgem.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.quality.ExecutionTrace.StepEvent;
import mx.gob.edomex.catgem.shared.Sql;

/** Finds ended executions and reads what the ledger holds of them. */
@ApplicationScoped
public class ExecutionTraces {

    // The step that ends an execution of a procedure without a closing step: contacts end by their state.
    private static final String OTHER_ENDS =
            """
            select e.id, ev.at as ended_at
            from procedure_version v
            join lateral (select s.code from procedure_step s where s.version_id = v.id
                          order by s.ordinal desc limit 1) t on true
            join execution e on e.procedure_version_id = v.id
            join lateral (select max(at) as at from event
                          where execution_id = e.id and step_code = t.code and step_kind = 'END') ev on ev.at is not null
            where not exists (select 1 from procedure_step s where s.version_id = v.id and s.act = 'CLOSE')
            """;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** Executions that ended since then and were not read yet, or got more steps since they were; oldest first. */
    List<UUID> unread(Instant since, int atMost) {
        return Sql.on(
                        entities,
                        """
                        select ended.id from (
                          select c.id, c.closed_at as ended_at from contact c where c.closed_at >= :since
                          union all
                          select o.id, o.ended_at from (%s) o where o.ended_at >= :since
                        ) ended
                        join execution e on e.id = ended.id
                        left join execution_check k on k.execution_id = e.id
                        where k.execution_id is null or k.steps <> e.steps
                        order by ended.ended_at limit :most
                        """
                                .formatted(OTHER_ENDS))
                .set("since", since)
                .set("most", atMost)
                .list(row -> row.uuid("id"));
    }

    /** What has not ended, or does not exist, is left out. */
    List<ExecutionTrace> read(List<UUID> executions) {
        if (executions.isEmpty()) {
            return List.of();
        }
        String ids = executions.stream().map(UUID::toString).collect(Collectors.joining(","));
        Map<UUID, List<StepEvent>> events = events(ids);
        return Sql.on(
                        entities,
                        """
                        select e.id, e.procedure_version_id, e.begun_at, e.steps, c.id as contact_id,
                               coalesce(c.first_queued_at, e.begun_at) as counted_at,
                               coalesce(c.closed_at, o.ended_at) as ended_at, coalesce(c.outcome, c.state) as outcome
                        from execution e
                        left join contact c on c.id = e.id
                        left join (%s and e.id = any (cast(string_to_array(:ids, ',') as uuid[]))) o on o.id = e.id
                        where e.id = any (cast(string_to_array(:ids, ',') as uuid[]))
                          and (c.closed_at is not null or o.ended_at is not null)
                        """
                                .formatted(OTHER_ENDS))
                .set("ids", ids)
                .list(row -> new ExecutionTrace(
                        row.uuid("id"),
                        row.uuid("contact_id"),
                        row.uuid("procedure_version_id"),
                        row.instant("begun_at"),
                        row.instant("counted_at"),
                        row.instant("ended_at"),
                        row.text("outcome"),
                        row.number("steps"),
                        events.getOrDefault(row.uuid("id"), List.of())));
    }

    /** Who is phoned back has the advisor's contact from the moment they pick up, however often it rang before. */
    private Map<UUID, List<StepEvent>> events(String ids) {
        Map<UUID, List<StepEvent>> events = new java.util.HashMap<>();
        Sql.on(
                        entities,
                        """
                        select e.execution_id, e.id, e.k, e.step_code, e.step_kind, e.basis, e.role, e.staff,
                               case when e.code = 'ASSIGNED' then greatest(e.at, c.connected_at) else e.at end as at,
                               e.app_clock, e.outcome, e.corrects,
                               (select string_agg(name, ',') from jsonb_object_keys(e.refs) as name) as refs
                        from event e left join contact c on c.id = e.execution_id
                        where e.execution_id = any (cast(string_to_array(:ids, ',') as uuid[]))
                        order by e.execution_id, e.k
                        """)
                .set("ids", ids)
                .each(row -> events.computeIfAbsent(row.uuid("execution_id"), id -> new ArrayList<>())
                        .add(event(row)));
        return events;
    }

    private static StepEvent event(Sql.Row row) {
        return new StepEvent(
                row.big("id"),
                row.number("k"),
                row.text("step_code"),
                row.constant("step_kind", StepKind.class),
                row.constant("basis", Basis.class),
                row.text("role"),
                row.text("staff"),
                row.instant("at"),
                row.instant("app_clock"),
                row.text("outcome"),
                row.text("refs") == null ? Set.of() : Set.of(row.text("refs").split(",")),
                row.bigOrNull("corrects"));
    }
}
