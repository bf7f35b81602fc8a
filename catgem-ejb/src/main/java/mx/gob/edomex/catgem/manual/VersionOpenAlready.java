package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Another version of the procedure is on its way. */
public class VersionOpenAlready extends Violation {
    public VersionOpenAlready() {
        super("another version of the procedure is on its way");
    }
}
