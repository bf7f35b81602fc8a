package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** The review is past what was asked, or not there yet. */
public class ReviewNotInState extends Violation {
    public ReviewNotInState() {
        super("the review is in a state in which this cannot be done");
    }
}
