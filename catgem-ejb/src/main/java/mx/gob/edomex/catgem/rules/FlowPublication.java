package mx.gob.edomex.catgem.rules;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference;
import mx.gob.edomex.catgem.channel.phone.flow.FlowJson;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.Violation;

/** The second person's part: a menu becomes a version, which is never changed. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class FlowPublication {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    FlowDraftRows rows;

    @Inject
    FlowBook book;

    @Inject
    RuleSteps steps;

    @Inject
    RefusedApprovals refused;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Approves the draft and makes it a version (PRF-03, PRF-04); a refusal is on record too. It counts from its date of
     * effect, or at once when there is none or it has passed meanwhile. Calls in the menu go on in the version they began
     * with. It is heard in the recordings that it had when it was handed in.
     *
     * @param revision what was read
     * @return the number of the version
     * @throws AuthorCannotApprove when the caller wrote any of it
     * @throws RuleDraftChanged when it is not what was read
     * @throws RulesMovedOn when another version was published since it began
     * @throws FlowUnsound when the centre has become one the menu does not fit
     */
    public int publish(RuleDraftId id, int revision) {
        FlowDraft draft = rows.locked(id, State.IN_REVIEW);
        int newest = rows.lockedNewest();
        try {
            requireApprovable(draft, revision, newest);
        } catch (Violation broken) {
            refused.record(id, broken, steps.actor());
            throw broken;
        }
        Instant now = clock.instant();
        boolean later = draft.effectiveFrom() != null && draft.effectiveFrom().isAfter(now);
        int version = newest + 1;
        Sql.on(
                        entities,
                        """
                        insert into call_flow (version, author, approved_by, reason, effective_from, flow, draft_id)
                        values (:version, :author, :approver, :reason, :effective, cast(:flow as jsonb), :draft)
                        """)
                .set("version", version)
                .set("author", draft.submittedBy())
                .set("approver", staff.username())
                .set("reason", draft.reason())
                .set("effective", later ? draft.effectiveFrom() : now)
                .set("flow", FlowJson.write(draft.flow()))
                .set("draft", id.value())
                .update();
        Sql.on(
                        entities,
                        "update flow_draft set state = 'PUBLISHED', closed_by = :staff, closed_at = :at where id = :id")
                .set("staff", staff.username())
                .set("at", now)
                .set("id", id.value())
                .update();
        String hash = FlowDraftRows.hash(draft.flow());
        steps.record(id, Act.REVIEW, StepKind.END, "APPROVED", Map.of("flow", hash));
        steps.record(
                id,
                Act.PUBLISH,
                StepKind.END,
                later ? "SCHEDULED" : "IN_FORCE",
                Map.of("flowVersion", Integer.toString(version), "flow", hash));
        return version;
    }

    private void requireApprovable(FlowDraft draft, int revision, int newest) {
        if (draft.authors().contains(staff.username())) {
            throw new AuthorCannotApprove();
        }
        if (draft.revision() != revision) {
            throw new RuleDraftChanged();
        }
        rows.requireSound(draft, newest);
    }

    /** Every version, the newest first. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
    public List<RuleVersion> versions() {
        return Sql.on(
                        entities,
                        """
                        select version, author, approved_by, effective_from, recorded_at, reason,
                          version = (select f.version from call_flow f where f.effective_from <= :now
                                     order by f.effective_from desc, f.version desc limit 1) as in_force
                        from call_flow order by version desc
                        """)
                .set("now", clock.instant())
                .list(RuleVersion::of);
    }

    /**
     * What a version changed of the one before it; nothing for the first one.
     *
     * @throws RuleVersionUnknown when there is no such version
     */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
    public List<FlowDifference.Change> changes(int version) {
        CallFlow after = book.version(version).orElseThrow(RuleVersionUnknown::new);
        return book.version(version - 1)
                .map(before -> FlowDifference.of(before, after))
                .orElse(List.of());
    }
}
