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
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.Violation;

/** The second person's part of procedure PRF, and the versions there are. A version is never changed. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class RulePublication {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    RuleDraftRows rows;

    @Inject
    RuleReview review;

    @Inject
    RuleSteps steps;

    @Inject
    RefusedApprovals refused;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Approves the draft and makes it a version (PRF-03, PRF-04); a refusal is on record too. It counts from its date of effect, or at once when
     * there is none or it has passed meanwhile.
     *
     * @param revision what was read
     * @return the number of the version
     * @throws AuthorCannotApprove when the caller wrote any of it
     * @throws RuleDraftChanged when it is not what was read
     * @throws RulesMovedOn when another version was published since it began
     * @throws RulesContradictory when the centre has become one the rules do not fit
     */
    public int publish(RuleDraftId id, int revision) {
        RuleDraft draft = rows.locked(id, State.IN_REVIEW);
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
                        insert into routing_rule (version, author, effective_from, rules, draft_id, approved_by, reason)
                        values (:version, :author, :effective, cast(:rules as jsonb), :draft, :approver, :reason)
                        """)
                .set("version", version)
                .set("author", draft.submittedBy())
                .set("effective", later ? draft.effectiveFrom() : now)
                .set("rules", RulesJson.write(draft.rules()))
                .set("draft", id.value())
                .set("approver", staff.username())
                .set("reason", draft.reason())
                .update();
        Sql.on(
                        entities,
                        "update rule_draft set state = 'PUBLISHED', closed_by = :staff, closed_at = :at where id = :id")
                .set("staff", staff.username())
                .set("at", now)
                .set("id", id.value())
                .update();
        String hash = RuleSteps.hash(draft.rules());
        steps.record(id, Act.REVIEW, StepKind.END, "APPROVED", Map.of("rules", hash));
        steps.record(
                id,
                Act.PUBLISH,
                StepKind.END,
                later ? "SCHEDULED" : "IN_FORCE",
                Map.of("version", Integer.toString(version), "rules", hash));
        return version;
    }

    private void requireApprovable(RuleDraft draft, int revision, int newest) {
        if (draft.authors().contains(staff.username())) {
            throw new AuthorCannotApprove();
        }
        if (draft.revision() != revision) {
            throw new RuleDraftChanged();
        }
        review.requireSound(draft, newest);
    }

    /** Every version, the newest first. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
    public List<RuleVersion> versions() {
        Instant now = clock.instant();
        return Sql.on(
                        entities,
                        """
                        select version, author, approved_by, effective_from, recorded_at, reason,
                          version = (select f.version from routing_rule f where f.effective_from <= :now
                                     order by f.effective_from desc, f.version desc limit 1) as in_force
                        from routing_rule order by version desc
                        """)
                .set("now", now)
                .list(RuleVersion::of);
    }
}
