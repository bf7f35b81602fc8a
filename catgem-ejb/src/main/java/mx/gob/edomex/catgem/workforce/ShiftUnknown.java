package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such shift. */
public class ShiftUnknown extends Violation {
    public ShiftUnknown() {
        super("no such shift");
    }
}
