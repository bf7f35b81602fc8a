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
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Drafting: rules are proposed from a version, saved as often as one likes, and handed in with a reason. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class RuleDrafts {

    private static final int LONGEST_TEXT = 1000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    RuleDraftRows rows;

    @Inject
    RuleBook book;

    @Inject
    RuleReview review;

    @Inject
    RuleSteps steps;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /**
     * Begins a draft with what the version says. From the newest one to change it; from an older one to go back to it.
     *
     * @throws RuleVersionUnknown when there is no such version
     */
    public RuleDraftId open(int version) {
        RoutingRules rules = book.version(version).orElseThrow(RuleVersionUnknown::new);
        RuleDraftId id = new RuleDraftId(UUID.randomUUID());
        Sql.on(
                        entities,
                        """
                        insert into rule_draft (id, base, rules, opened_by, opened_at)
                        values (:id, (select max(version) from routing_rule), cast(:rules as jsonb), :staff, :at)
                        """)
                .set("id", id.value())
                .set("rules", RulesJson.write(rules))
                .set("staff", staff.username())
                .set("at", clock.instant())
                .update();
        rows.wrote(id, staff.username());
        return id;
    }

    /**
     * Saves what was typed, sound or not: what is wrong is shown, and only handing in asks for it to be mended.
     *
     * @param seen revision that was typed over
     * @return the revision saved
     * @throws RuleDraftChanged when somebody saved meanwhile
     * @throws EffectNotValid when the date of effect has passed or is more than a year away
     */
    public int save(RuleDraftId id, int seen, RoutingRules typed, String reason, Instant effectiveFrom) {
        RuleDraft draft = rows.locked(id, State.DRAFT);
        if (draft.revision() != seen) {
            throw new RuleDraftChanged();
        }
        EffectNotValid.unlessWithinAYear(effectiveFrom, clock.instant());
        Sql.on(
                        entities,
                        """
                        update rule_draft set rules = cast(:rules as jsonb), reason = :reason, revision = revision + 1,
                          effective_from = cast(:effective as timestamptz)
                        where id = :id
                        """)
                .set("rules", RulesJson.write(typed))
                .set("reason", cut(reason))
                .set("effective", effectiveFrom == null ? null : effectiveFrom.toString())
                .set("id", id.value())
                .update();
        rows.wrote(id, staff.username());
        return seen + 1;
    }

    /**
     * Hands the draft in for review (PRF-01).
     *
     * @throws RuleReasonMissing when nobody has said why
     * @throws RulesUnchanged when it says what the newest version says
     * @throws RulesMovedOn when another version was published since it began
     * @throws RulesContradictory when the rules contradict themselves
     */
    public void submit(RuleDraftId id) {
        RuleDraft draft = rows.locked(id, State.DRAFT);
        review.requireSound(draft, rows.lockedNewest());
        Sql.on(
                        entities,
                        """
                        update rule_draft set state = 'IN_REVIEW', submitted_by = :staff, submitted_at = :at,
                          review_note = null
                        where id = :id
                        """)
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("id", id.value())
                .update();
        rows.wrote(id, staff.username());
        steps.begin(id);
        steps.record(id, Act.CAPTURE, StepKind.END, null, Map.of("rules", RuleSteps.hash(draft.rules())));
    }

    /** Takes what another publication changed into account: from now on the draft is compared with the newest version. */
    public void bringUp(RuleDraftId id) {
        rows.locked(id, State.DRAFT);
        Sql.on(entities, "update rule_draft set base = :base, revision = revision + 1 where id = :id")
                .set("base", rows.lockedNewest())
                .set("id", id.value())
                .update();
    }

    /**
     * Gives the draft back to its authors (PRF-03, with an exception).
     *
     * @throws RuleNoteMissing when it is not said what is to be mended
     */
    public void sendBack(RuleDraftId id, String note) {
        rows.locked(id, State.IN_REVIEW);
        if (note == null || note.isBlank()) {
            throw new RuleNoteMissing();
        }
        Sql.on(entities, "update rule_draft set state = 'DRAFT', review_note = :note where id = :id")
                .set("note", cut(note))
                .set("id", id.value())
                .update();
        steps.record(id, Act.REVIEW, StepKind.EXCEPTION, "SENT_BACK", Map.of());
    }

    /** A day was replayed under the draft as it stood (PRF-02); the result stays with the draft. */
    public void replayed(RuleDraftId id, UUID replay, String result) {
        if (one(id).isOpen()) {
            steps.begin(id);
            steps.record(id, Act.REPLAY, StepKind.END, null, Map.of("replay", replay.toString(), "result", result));
        }
    }

    /** Gives the draft up; what was written stays. */
    public void abandon(RuleDraftId id) {
        rows.locked(id, State.DRAFT, State.IN_REVIEW);
        Sql.on(
                        entities,
                        "update rule_draft set state = 'ABANDONED', closed_by = :staff, closed_at = :at where id = :id")
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("id", id.value())
                .update();
    }

    /** Drafts that nobody has published or given up. */
    public List<RuleDraft> open() {
        return rows.open();
    }

    /** @throws RuleDraftUnknown when there is none */
    public RuleDraft one(RuleDraftId id) {
        return rows.find(id).orElseThrow(RuleDraftUnknown::new);
    }

    private static String cut(String text) {
        String clean = text == null ? "" : text.strip();
        return clean.substring(0, Math.min(LONGEST_TEXT, clean.length()));
    }
}
