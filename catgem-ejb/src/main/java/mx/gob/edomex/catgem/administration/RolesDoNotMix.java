package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Auditors judge what others do, and programs are no people: both roles stand alone. */
public class RolesDoNotMix extends Violation {
    public RolesDoNotMix() {
        super("these roles do not go together");
    }
}
