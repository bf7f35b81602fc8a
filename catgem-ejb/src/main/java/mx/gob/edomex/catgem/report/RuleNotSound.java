package mx.gob.edomex.catgem.report;

import mx.gob.edomex.catgem.shared.Violation;

/** A threshold, a target or its time is outside of what makes sense. */
public class RuleNotSound extends Violation {
    RuleNotSound() {
        super("a threshold or a target is out of its range");
    }
}
