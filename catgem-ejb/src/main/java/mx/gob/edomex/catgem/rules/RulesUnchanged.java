package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** The draft says what the version it began from says. */
public class RulesUnchanged extends Violation {
    public RulesUnchanged() {
        super("the draft says what the version it began from says");
    }
}
