package mx.gob.edomex.catgem.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A finding with everything that was said and done about it.
 *
 * @param nonconformity null until it is one
 * @param whys of the present round, the last being the root; empty until stated
 * @param mine whether the reader planned or owns an action of the present round
 * @param effect null until the actions of a round are done
 */
public record FindingCard(
        FindingId id,
        String number,
        String nonconformity,
        FindingState state,
        int round,
        Subject subject,
        String stepName,
        String title,
        String what,
        int weeks,
        String openedBy,
        Instant openedAt,
        LocalDate checkOn,
        boolean checkDue,
        boolean mine,
        List<String> whys,
        List<ActionLine> actions,
        List<Verdict> verdicts,
        EffectFigure effect,
        List<CandidateLine.Reference> before,
        List<History> history) {

    /** What it is called by. */
    public String called() {
        return nonconformity == null ? number : nonconformity;
    }

    /** What somebody judged at the end of a round, with the figures as they stood. */
    public record Verdict(
            int round, boolean effective, String grounds, String checkedBy, Instant checkedAt, EffectFigure effect) {}

    /** One act upon it. */
    public record History(String act, String words, String by, Instant at) {}

    public List<ActionLine> current() {
        return actions.stream().filter(action -> action.round() == round).toList();
    }

    public List<ActionLine> earlier() {
        return actions.stream().filter(action -> action.round() != round).toList();
    }

    public UUID key() {
        return id.value();
    }
}
