package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** The effect shows only after some weeks: it is not checked earlier. */
public class EffectNotDueYet extends Violation {
    public EffectNotDueYet() {
        super("the effect is not checked before its day");
    }
}
