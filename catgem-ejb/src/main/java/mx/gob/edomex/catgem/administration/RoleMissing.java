package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** An account without a role opens no page. */
public class RoleMissing extends Violation {
    public RoleMissing() {
        super("a role is missing");
    }
}
