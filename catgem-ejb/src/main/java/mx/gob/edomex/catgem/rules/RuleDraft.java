package mx.gob.edomex.catgem.rules;

import java.time.Instant;
import java.util.Set;
import mx.gob.edomex.catgem.routing.RoutingRules;

/**
 * Rules on their way to become a version: DRAFT, handed in (IN_REVIEW), and at last PUBLISHED or ABANDONED.
 *
 * @param base the version it began from
 * @param revision goes on with every save
 * @param reason why the rules should change; empty until somebody has said so
 * @param effectiveFrom when they shall count from, or null: as soon as they are published
 * @param authors who wrote any of it; none of them approves it
 * @param reviewNote what a reviewer wants mended, or null
 */
public record RuleDraft(
        RuleDraftId id,
        State state,
        int base,
        int revision,
        RoutingRules rules,
        String reason,
        Instant effectiveFrom,
        String openedBy,
        Instant openedAt,
        String submittedBy,
        Instant submittedAt,
        Set<String> authors,
        String reviewNote) {

    /** Where a draft is on its way. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        ABANDONED
    }

    public boolean isOpen() {
        return state == State.DRAFT || state == State.IN_REVIEW;
    }
}
