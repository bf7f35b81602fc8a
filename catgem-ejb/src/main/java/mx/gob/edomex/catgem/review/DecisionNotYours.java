package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** Only who owns a decision says that it is done. */
public class DecisionNotYours extends Violation {
    public DecisionNotYours() {
        super("the decision belongs to somebody else, or is none");
    }
}
