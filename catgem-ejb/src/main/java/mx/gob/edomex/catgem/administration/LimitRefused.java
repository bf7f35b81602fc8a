package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A limit without a number, or an overflow to a line that is not there. */
public class LimitRefused extends Violation {
    public LimitRefused() {
        super("limit is not sound");
    }
}
