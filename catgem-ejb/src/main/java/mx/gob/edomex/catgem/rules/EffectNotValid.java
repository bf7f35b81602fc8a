package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** The date of effect has passed or is more than a year away. */
public class EffectNotValid extends Violation {
    public EffectNotValid() {
        super("the date of effect has passed or is more than a year away");
    }
}
