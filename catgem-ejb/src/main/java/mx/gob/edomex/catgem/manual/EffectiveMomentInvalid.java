package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** The moment of effect has passed or is more than a year away. */
public class EffectiveMomentInvalid extends Violation {
    public EffectiveMomentInvalid() {
        super("the moment of effect has passed or is more than a year away");
    }
}
