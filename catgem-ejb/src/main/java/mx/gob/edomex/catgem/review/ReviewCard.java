package mx.gob.edomex.catgem.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A review with everything about it.
 *
 * @param inputs as they were frozen last; null before they were
 * @param hash of them, as it is in the ledger
 * @param intact whether the text that is kept still has that hash
 * @param frozen all times they were frozen, the latest first
 */
public record ReviewCard(
        ReviewId id,
        String number,
        ReviewState state,
        LocalDate heldOn,
        LocalDate from,
        LocalDate to,
        String participants,
        InputSheet inputs,
        String hash,
        boolean intact,
        List<Frozen> frozen,
        String minutes,
        List<DecisionLine> decisions,
        Instant closedAt) {

    /** A time at which the inputs were frozen. */
    public record Frozen(String hash, String by, Instant at) {}

    public ReviewPlan plan() {
        return new ReviewPlan(heldOn, from, to, participants);
    }

    public boolean isOpen() {
        return state != ReviewState.CLOSED;
    }
}
