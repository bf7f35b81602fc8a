package mx.gob.edomex.catgem.review;

import java.time.LocalDate;
import mx.gob.edomex.catgem.correction.Words;

/**
 * When a review is held, by whom, and on what it looks back.
 *
 * @param from first local day it looks back on; {@code to} is included
 * @param participants who takes part, one a line
 */
public record ReviewPlan(LocalDate heldOn, LocalDate from, LocalDate to, String participants) {

    private static final int YEARS = 2;

    /**
     * @throws mx.gob.edomex.catgem.correction.WordsNeeded without anybody who takes part
     * @throws ReviewPlanInvalid when a day is missing, or they are in no order
     */
    void check() {
        Words.needed(participants);
        if (heldOn == null
                || from == null
                || to == null
                || to.isBefore(from)
                || !to.isBefore(from.plusYears(YEARS))
                || !heldOn.isAfter(to)) {
            throw new ReviewPlanInvalid();
        }
    }
}
