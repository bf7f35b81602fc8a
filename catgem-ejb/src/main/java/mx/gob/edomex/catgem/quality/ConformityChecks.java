package mx.gob.edomex.catgem.quality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.ProcedureCatalogue;
import mx.gob.edomex.catgem.evidence.ProcedureVersion;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.training.TrainedPeople;
import mx.gob.edomex.catgem.training.VersionTraining;

/**
 * Reads ended executions and keeps what it found. Reading one again changes nothing and finds nothing twice, so that
 * the wake of a closing, the sweep and another node may all come to the same one.
 */
@Stateless
@PermitAll
public class ConformityChecks {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    ExecutionTraces traces;

    @Inject
    ProcedureCatalogue catalogue;

    @Inject
    TrainedPeople trained;

    @Inject
    EventLedger ledger;

    @Inject
    Event<ExecutionRead> reads;

    @Inject
    Clock clock;

    /** In a thread and a transaction of its own: nobody waits for it and nothing fails by it. */
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void checkSoon(UUID execution) {
        check(List.of(execution));
    }

    /** Executions that ended since then and were not read yet, or got more steps since they were; oldest first. */
    public List<UUID> unread(Instant since, int atMost) {
        return traces.unread(since, atMost);
    }

    /** Reads those of them that have ended. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void check(List<UUID> executions) {
        Map<UUID, ProcedureVersion> versions = new HashMap<>();
        Map<UUID, VersionTraining> trainings = new HashMap<>();
        ConformityLimits limits = ConformityLimits.read(entities);
        for (ExecutionTrace trace : traces.read(executions)) {
            ProcedureVersion version = versions.computeIfAbsent(
                    trace.version(), id -> catalogue.find(id).orElseThrow());
            VersionTraining training = trainings.computeIfAbsent(trace.version(), trained::of);
            keep(trace, version, ConformityRules.read(trace, version, limits, training));
            reads.fire(new ExecutionRead(trace.execution()));
        }
    }

    private void keep(ExecutionTrace trace, ProcedureVersion version, Conformity found) {
        Sql.on(
                        entities,
                        """
                        insert into execution_check (execution_id, version_id, procedure_code, contact_id, counted_at,
                                                     ended_at, outcome, early_exit, staff, measured, declared, skipped,
                                                     missing, late, steps)
                        values (:id, :version, :procedure, cast(:contact as uuid), :counted, :ended, :outcome, :early,
                                :staff, string_to_array(:measured, ','), string_to_array(:declared, ','),
                                string_to_array(:skipped, ','), string_to_array(:missing, ','),
                                string_to_array(:late, ','), :steps)
                        on conflict (execution_id) do update set
                          ended_at = excluded.ended_at, outcome = excluded.outcome, early_exit = excluded.early_exit,
                          staff = excluded.staff, measured = excluded.measured, declared = excluded.declared,
                          skipped = excluded.skipped, missing = excluded.missing, late = excluded.late,
                          steps = excluded.steps, checked_at = clock_timestamp()
                        """)
                .set("id", trace.execution())
                .set("version", trace.version())
                .set("procedure", version.procedure())
                .set("contact", text(trace.contact()))
                .set("counted", trace.countedAt())
                .set("ended", trace.endedAt())
                .set("outcome", found.outcome())
                .set("early", found.earlyExit())
                .set("staff", found.staff())
                .set("measured", String.join(",", found.measured()))
                .set("declared", String.join(",", found.declared()))
                .set("skipped", String.join(",", found.skipped()))
                .set("missing", String.join(",", found.missing()))
                .set("late", String.join(",", found.late()))
                .set("steps", trace.counter())
                .update();
        if (!found.deviations().isEmpty()) {
            found.deviations().forEach(deviation -> keep(trace, version, deviation));
            count(trace.execution());
        }
    }

    /** Counted where they are kept: what an earlier reading found still stands. */
    private void count(UUID execution) {
        Sql.on(
                        entities,
                        """
                        update execution_check set deviations = (select count(*) from deviation where execution_id = :id)
                        where execution_id = :id
                        """)
                .set("id", execution)
                .update();
    }

    private void keep(ExecutionTrace trace, ProcedureVersion version, Deviation deviation) {
        Sql.on(
                        entities,
                        """
                        insert into deviation (execution_id, contact_id, code, subject, step_code, version_id,
                                               procedure_code, measured, allowed, staff, counted_at, at)
                        values (:id, cast(:contact as uuid), :code, :subject, :step, :version, :procedure,
                                cast(:measured as numeric), cast(:allowed as numeric), :staff, :counted, :at)
                        on conflict do nothing returning id
                        """)
                .set("id", trace.execution())
                .set("contact", text(trace.contact()))
                .set("code", deviation.code())
                .set("subject", deviation.subject())
                .set("step", deviation.stepCode())
                .set("version", trace.version())
                .set("procedure", version.procedure())
                .set("measured", text(deviation.measured()))
                .set("allowed", text(deviation.allowed()))
                .set("staff", deviation.staff())
                .set("counted", trace.countedAt())
                .set("at", deviation.at())
                .first(row -> row.big("id"))
                .ifPresent(id -> record(trace, deviation, id));
    }

    private void record(ExecutionTrace trace, Deviation deviation, long id) {
        Map<String, String> refs = new HashMap<>();
        refs.put("deviation", Long.toString(id));
        refs.put("execution", trace.execution().toString());
        if (deviation.stepCode() != null) {
            refs.put("step", deviation.stepCode());
        }
        String code = deviation.code().name();
        if (trace.contact() == null) {
            ledger.system("DEVIATION_FOUND", Actor.SYSTEM, clock.instant(), code, refs);
        } else {
            ledger.fact(new ContactId(trace.contact()), "DEVIATION_FOUND", Actor.SYSTEM, clock.instant(), code, refs);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
