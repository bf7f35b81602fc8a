package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** An auxiliary state needs one of the centre's reasons. */
public class ReasonRequired extends Violation {
    public ReasonRequired() {
        super("an auxiliary state needs a reason of the catalogue");
    }
}
