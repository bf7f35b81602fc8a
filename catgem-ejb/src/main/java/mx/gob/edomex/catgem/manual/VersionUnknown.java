package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such version of a procedure. */
public class VersionUnknown extends Violation {
    public VersionUnknown() {
        super("there is no such version of a procedure");
    }
}
