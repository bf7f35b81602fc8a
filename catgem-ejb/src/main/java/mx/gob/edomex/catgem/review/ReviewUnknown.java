package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such management review. */
public class ReviewUnknown extends Violation {
    public ReviewUnknown() {
        super("no such management review");
    }
}
