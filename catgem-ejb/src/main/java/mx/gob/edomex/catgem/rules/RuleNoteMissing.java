package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever sends a draft back says what is to be mended. */
public class RuleNoteMissing extends Violation {
    public RuleNoteMissing() {
        super("whoever sends a draft back says what is to be mended");
    }
}
