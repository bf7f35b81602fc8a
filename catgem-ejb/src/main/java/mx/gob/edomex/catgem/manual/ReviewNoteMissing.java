package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever sends a version back says what is to be mended. */
public class ReviewNoteMissing extends Violation {
    public ReviewNoteMissing() {
        super("whoever sends a version back says what is to be mended");
    }
}
