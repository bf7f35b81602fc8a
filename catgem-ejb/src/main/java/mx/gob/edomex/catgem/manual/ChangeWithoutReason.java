package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever prepares a version says why it changes. */
public class ChangeWithoutReason extends Violation {
    public ChangeWithoutReason() {
        super("whoever prepares a version says why it changes");
    }
}
