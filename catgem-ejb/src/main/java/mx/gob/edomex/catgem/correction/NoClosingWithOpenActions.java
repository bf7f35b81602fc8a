package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** The effect is checked once every action is done. */
public class NoClosingWithOpenActions extends Violation {
    public NoClosingWithOpenActions() {
        super("an action is still open");
    }
}
