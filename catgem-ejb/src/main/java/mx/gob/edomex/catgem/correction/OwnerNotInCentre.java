package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** Who owns an action works in the centre, and is not its auditor. */
public class OwnerNotInCentre extends Violation {
    public OwnerNotInCentre() {
        super("the owner is nobody who works in the centre");
    }
}
