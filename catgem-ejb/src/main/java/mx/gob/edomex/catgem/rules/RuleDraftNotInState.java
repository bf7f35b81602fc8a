package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** The draft is in another state by now. */
public class RuleDraftNotInState extends Violation {
    public RuleDraftNotInState() {
        super("the draft is in another state by now");
    }
}
