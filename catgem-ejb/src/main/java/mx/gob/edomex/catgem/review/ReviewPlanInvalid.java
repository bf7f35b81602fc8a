package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** A review looks back on whole days that are over when it is held. */
public class ReviewPlanInvalid extends Violation {
    public ReviewPlanInvalid() {
        super("the day or the period of the review makes no sense");
    }
}
