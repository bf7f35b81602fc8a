package mx.gob.edomex.catgem.review;

import mx.gob.edomex.catgem.shared.Violation;

/** What was done is done once. */
public class DecisionDoneAlready extends Violation {
    public DecisionDoneAlready() {
        super("the decision was done before");
    }
}
