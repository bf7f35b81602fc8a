package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such version. */
public class RuleVersionUnknown extends Violation {
    public RuleVersionUnknown() {
        super("there is no such version");
    }
}
