package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody changes their own roles, resets their own password or disables themselves here. */
public class OwnAccountUntouchable extends Violation {
    public OwnAccountUntouchable() {
        super("nobody administers their own account");
    }
}
