package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** A cause is at least one why, and at most five. */
public class CauseNeedsAWhy extends Violation {
    public CauseNeedsAWhy() {
        super("a cause is one to five whys");
    }
}
