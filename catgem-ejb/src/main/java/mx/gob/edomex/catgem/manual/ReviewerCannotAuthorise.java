package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever reviewed the version does not authorise it. */
public class ReviewerCannotAuthorise extends Violation {
    public ReviewerCannotAuthorise() {
        super("whoever reviewed the version does not authorise it");
    }
}
