package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** Another version was published since the draft began. */
public class RulesMovedOn extends Violation {
    public RulesMovedOn() {
        super("another version was published since the draft began");
    }
}
