package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such draft. */
public class RuleDraftUnknown extends Violation {
    public RuleDraftUnknown() {
        super("there is no such draft");
    }
}
