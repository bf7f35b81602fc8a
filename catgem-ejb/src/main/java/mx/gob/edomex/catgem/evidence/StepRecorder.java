package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.ProcedureNotSigned;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Records the steps of a procedure, in the business transaction, under the version in force when the execution began.
 * An execution of attention has the contact's id; its step counter is contiguous, so that a missing row shows. Work
 * that is no contact is recorded by its {@link ExecutionId}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class StepRecorder {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Entrance entrance;

    @Inject
    Clock clock;

    /**
     * Pins the version in force of the procedure (AVT, AVC, AVE…) to the contact; does nothing when pinned already. An
     * authorised version is in force from its very moment, whether its state says so already or not.
     *
     * @throws ProcedureNotSigned in production, when three people have not signed it
     */
    public void begin(ContactId contact, String procedureCode, Instant at) {
        begin(ExecutionId.of(contact), procedureCode, at);
    }

    /** As {@link #begin(ContactId, String, Instant)}, for work that is no contact (ABD). */
    public void begin(ExecutionId execution, String procedureCode, Instant at) {
        int begun = Sql.on(
                        entities,
                        """
                        insert into execution (id, procedure_version_id, begun_at)
                        select :id, v.id, :at from procedure_version v
                        where v.procedure_code = :procedure and may_be_followed(v)
                          and (v.state = 'IN_FORCE' or (v.state = 'AUTHORISED' and v.in_force_from <= :at))
                        order by v.number desc limit 1
                        on conflict do nothing
                        """)
                .set("id", execution.value())
                .set("at", at)
                .set("procedure", procedureCode)
                .update();
        if (begun == 0
                && Sql.on(entities, "select 1 from procedure_to_sign where procedure_code = :procedure and blocks")
                        .set("procedure", procedureCode)
                        .exists()) {
            throw new ProcedureNotSigned(procedureCode);
        }
    }

    /** A finished step, with no more to say. */
    public boolean done(ContactId contact, Act act, Basis basis, Actor actor, Instant at) {
        return record(contact, act, StepKind.END, basis, actor, at, null, null, Map.of());
    }

    /**
     * @param outcome a code, or null
     * @param reason a code, or null
     * @param refs codes and ids only (entryVersion, messageId, noticeVersion…)
     * @return false when the pinned version has no such step, which is no error
     */
    public boolean record(
            ContactId contact,
            Act act,
            StepKind kind,
            Basis basis,
            Actor actor,
            Instant at,
            String outcome,
            String reason,
            Map<String, String> refs) {
        return record(ExecutionId.of(contact), contact.value(), act, kind, basis, actor, at, outcome, reason, refs);
    }

    /** As the other, for work that is no contact. */
    public boolean record(
            ExecutionId execution,
            Act act,
            StepKind kind,
            Basis basis,
            Actor actor,
            Instant at,
            String outcome,
            String reason,
            Map<String, String> refs) {
        return record(execution, null, act, kind, basis, actor, at, outcome, reason, refs);
    }

    private boolean record(
            ExecutionId execution,
            UUID contact,
            Act act,
            StepKind kind,
            Basis basis,
            Actor actor,
            Instant at,
            String outcome,
            String reason,
            Map<String, String> refs) {
        Optional<Step> found = Sql.on(
                        entities,
                        """
                        select s.code, s.version_id from procedure_step s
                        join execution e on e.procedure_version_id = s.version_id
                        where e.id = :id and s.act = :act
                        """)
                .set("id", execution.value())
                .set("act", act.name())
                .first(row -> new Step(row.text("code"), row.uuid("version_id")));
        if (found.isEmpty()) {
            return false;
        }
        Step step = found.get();
        int k = Sql.on(entities, "update execution set steps = steps + 1 where id = :id returning steps")
                .set("id", execution.value())
                .first(row -> row.number("steps"))
                .orElseThrow();
        Sql.on(
                        entities,
                        """
                        insert into event (kind, code, contact_id, execution_id, k, step_code, step_kind, version_id,
                                           staff, role, source, basis, outcome, reason, refs, at, app_clock)
                        values ('STEP', :act, cast(:contact as uuid), :id, :k, :step, :kind, :version,
                                :staff, :role, :source, :basis, :outcome, :reason, cast(:refs as jsonb), :at, :clock)
                        """)
                .set("act", act.name())
                .set("contact", contact == null ? null : contact.toString())
                .set("id", execution.value())
                .set("k", k)
                .set("step", step.code())
                .set("kind", kind.name())
                .set("version", step.version())
                .set("staff", actor.staff())
                .set("role", actor.role())
                .set("source", actor.cameBy(entrance).name())
                .set("basis", basis.name())
                .set("outcome", EventLedger.code(outcome))
                .set("reason", EventLedger.code(reason))
                .set("refs", EventLedger.json(refs))
                .set("at", at)
                .set("clock", clock.instant())
                .update();
        return true;
    }

    private record Step(String code, UUID version) {}

    /** Whether the act has a finished step event in this contact. */
    public boolean isDone(ContactId contact, Act act) {
        return isDone(ExecutionId.of(contact), act);
    }

    /** Whether the act has a finished step event in this execution. */
    public boolean isDone(ExecutionId execution, Act act) {
        return Sql.on(
                        entities,
                        """
                        select 1 from event where execution_id = :id and code = :act and step_kind = 'END' limit 1
                        """)
                .set("id", execution.value())
                .set("act", act.name())
                .exists();
    }
}
