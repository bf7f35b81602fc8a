package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** Nothing is closed that did not look at its inputs. */
public class ReviewNotAssembled extends Violation {
    public ReviewNotAssembled() {
        super("the inputs of the review were not assembled");
    }
}
