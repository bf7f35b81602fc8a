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
import java.util.Objects;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowJson;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.channel.phone.flow.PromptRecordings;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.rules.RuleDraft.State;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Drafting the menu of the telephone, as rules are drafted ({@link RuleDrafts}) and under the same procedure: it decides
 * in which line people stand.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class FlowDrafts {

    private static final int LONGEST_TEXT = 1000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    FlowDraftRows rows;

    @Inject
    FlowBook book;

    @Inject
    PromptRecordings recordings;

    @Inject
    RuleSteps steps;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** What the satisfaction survey asks, by code, to be asked after the talk. */
    @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
    public Map<String, String> questions(boolean english) {
        return rows.questions(english);
    }

    /**
     * Begins a draft with what the version says. From the newest one to change it; from an older one to go back to it.
     *
     * @throws RuleVersionUnknown when there is no such version
     */
    public RuleDraftId open(int version) {
        CallFlow flow = book.version(version).orElseThrow(RuleVersionUnknown::new);
        RuleDraftId id = new RuleDraftId(UUID.randomUUID());
        Sql.on(
                        entities,
                        """
                        insert into flow_draft (id, base, flow, opened_by, opened_at)
                        values (:id, (select max(version) from call_flow), cast(:flow as jsonb), :staff, :at)
                        """)
                .set("id", id.value())
                .set("flow", FlowJson.write(flow))
                .set("staff", staff.username())
                .set("at", clock.instant())
                .update();
        rows.wrote(id, staff.username());
        rows.saved(id, staff.username(), clock.instant());
        return id;
    }

    /**
     * Saves what was drawn, sound or not; only handing in asks for it to be mended.
     *
     * @param seen revision that was changed
     * @param effectiveFrom null: as soon as it is published
     * @return the revision saved
     * @throws RuleDraftChanged when somebody saved meanwhile: {@link #meanwhile} says what
     * @throws EffectNotValid when a new date of effect has passed or is more than a year away
     */
    public int save(RuleDraftId id, int seen, CallFlow flow, String reason, Instant effectiveFrom) {
        FlowDraft draft = rows.locked(id, State.DRAFT);
        if (draft.revision() != seen) {
            throw new RuleDraftChanged();
        }
        if (!Objects.equals(effectiveFrom, draft.effectiveFrom())) {
            EffectNotValid.unlessWithinAYear(effectiveFrom, clock.instant());
        }
        Sql.on(
                        entities,
                        """
                        update flow_draft set flow = cast(:flow as jsonb), reason = :reason, revision = revision + 1,
                          effective_from = cast(:effective as timestamptz)
                        where id = :id
                        """)
                .set("flow", FlowJson.write(flow))
                .set("reason", cut(reason))
                .set("effective", effectiveFrom == null ? null : effectiveFrom.toString())
                .set("id", id.value())
                .update();
        rows.wrote(id, staff.username());
        rows.saved(id, staff.username(), clock.instant());
        return seen + 1;
    }

    /**
     * Keeps a recording of what a prompt says, and with it how long the prompt lasts.
     *
     * @param seen revision that was read
     * @return the revision saved
     * @throws RuleDraftChanged when somebody saved meanwhile
     * @throws mx.gob.edomex.catgem.shared.Violation as {@link PromptRecordings#keep} has them
     */
    public int keepRecording(RuleDraftId id, int seen, String prompt, Language language, byte[] wav) {
        FlowDraft draft = rows.locked(id, State.DRAFT);
        FlowPrompt said = draft.flow().prompts().get(prompt);
        if (draft.revision() != seen || said == null) {
            throw new RuleDraftChanged();
        }
        recordings.keep(prompt, language, said.words().getOrDefault(language, ""), wav);
        int longest = recordings.newest().stream()
                .filter(one -> one.prompt().equals(prompt) && one.says(said))
                .mapToInt(PromptRecordings.Recording::seconds)
                .max()
                .orElseThrow();
        return save(
                id,
                seen,
                draft.flow().saying(prompt, new FlowPrompt(said.words(), said.recorded(), said.standIn(), longest)),
                draft.reason(),
                draft.effectiveFrom());
    }

    /** What others saved over the revision given, and what is different since. */
    public FlowMeanwhile meanwhile(RuleDraftId id, int seen) {
        return rows.since(id, seen);
    }

    /** Drafts that nobody has published or given up. */
    public List<FlowDraft> open() {
        return rows.open();
    }

    /** What is wrong with the draft as it stands, errors first. */
    public List<FlowFault> faults(RuleDraftId id) {
        return rows.faults(rows.one(id).flow());
    }

    /**
     * Hands the draft in for review (PRF-01), with the recordings that are at the exchange by now.
     *
     * @throws RuleReasonMissing when nobody has said why
     * @throws RulesMovedOn when another version was published since it began
     * @throws RulesUnchanged when it says what the newest version says
     * @throws FlowUnsound when it makes no sense
     */
    public void submit(RuleDraftId id) {
        FlowDraft draft = rows.locked(id, State.DRAFT);
        rows.requireSound(draft, rows.lockedNewest());
        Sql.on(
                        entities,
                        """
                        update flow_draft set state = 'IN_REVIEW', submitted_by = :staff, submitted_at = :at,
                          review_note = null, flow = cast(:flow as jsonb)
                        where id = :id
                        """)
                .set("flow", FlowJson.write(draft.flow()))
                .set("staff", staff.username())
                .set("at", clock.instant())
                .set("id", id.value())
                .update();
        rows.wrote(id, staff.username());
        steps.begin(id);
        steps.record(id, Act.CAPTURE, StepKind.END, null, Map.of("flow", FlowDraftRows.hash(draft.flow())));
    }

    /** Takes what another publication changed into account: from now on the draft is compared with the newest version. */
    public void bringUp(RuleDraftId id) {
        rows.locked(id, State.DRAFT);
        Sql.on(entities, "update flow_draft set base = :base, revision = revision + 1 where id = :id")
                .set("base", rows.lockedNewest())
                .set("id", id.value())
                .update();
        rows.saved(id, staff.username(), clock.instant());
    }

    /** Gives the draft up; what was written stays. */
    public void abandon(RuleDraftId id) {
        rows.locked(id, State.DRAFT, State.IN_REVIEW);
        Sql.on(
                        entities,
                        "update flow_draft set state = 'ABANDONED', closed_by = :staff, closed_at = :at where id = :id")
                .set("staff", staff.username())
                .set("at", clock.instant())
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
        Sql.on(entities, "update flow_draft set state = 'DRAFT', review_note = :note where id = :id")
                .set("note", cut(note))
                .set("id", id.value())
                .update();
        steps.record(id, Act.REVIEW, StepKind.EXCEPTION, "SENT_BACK", Map.of());
    }

    /** @throws RuleDraftUnknown when there is none */
    public FlowDraft one(RuleDraftId id) {
        return rows.one(id);
    }

    private static String cut(String text) {
        String clean = text == null ? "" : text.strip();
        return clean.substring(0, Math.min(LONGEST_TEXT, clean.length()));
    }
}
