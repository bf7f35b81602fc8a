package mx.gob.edomex.catgem.rules;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
    RuleSteps steps;

    @Inject
    RefusedApprovals refused;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Approves the draft and makes it the version in force (PRF-03, PRF-04); a refusal is on record too. Calls in the
     * menu go on in the version they began with.
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
        int version = newest + 1;
        Sql.on(
                        entities,
                        """
                        insert into call_flow (version, author, approved_by, reason, effective_from, flow, draft_id)
                        values (:version, :author, :approver, :reason, :now, cast(:flow as jsonb), :draft)
                        """)
                .set("version", version)
                .set("author", draft.submittedBy())
                .set("approver", staff.username())
                .set("reason", draft.reason())
                .set("now", now)
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
                "IN_FORCE",
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
}
