package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** Inputs are frozen once the period they are of is over. */
public class ReviewPeriodNotOver extends Violation {
    public ReviewPeriodNotOver() {
        super("the period of the review is not over");
    }
}
