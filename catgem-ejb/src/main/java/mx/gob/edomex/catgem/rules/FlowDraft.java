package mx.gob.edomex.catgem.rules;

import java.time.Instant;
import java.util.Set;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;

/**
 * A menu of the telephone on its way to become a version.
 *
 * @param base the version it began from
 * @param revision goes on with every save
 * @param reason why the menu should change; empty until somebody has said so
 * @param effectiveFrom when it shall count from, or null: as soon as it is published
 * @param authors who wrote any of it; none of them approves it
 * @param reviewNote what a reviewer wants mended, or null
 */
public record FlowDraft(
        RuleDraftId id,
        RuleDraft.State state,
        int base,
        int revision,
        CallFlow flow,
        String reason,
        Instant effectiveFrom,
        String openedBy,
        Instant openedAt,
        String submittedBy,
        Set<String> authors,
        String reviewNote) {

    public boolean isOpen() {
        return state == RuleDraft.State.DRAFT || state == RuleDraft.State.IN_REVIEW;
    }
}
