package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** What overflows from a line could come back to it. */
public class OverflowCircular extends Violation {
    public OverflowCircular() {
        super("the overflow goes round");
    }
}
