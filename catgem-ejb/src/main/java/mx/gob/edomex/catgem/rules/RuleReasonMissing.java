package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever proposes rules says why. */
public class RuleReasonMissing extends Violation {
    public RuleReasonMissing() {
        super("whoever proposes rules says why");
    }
}
