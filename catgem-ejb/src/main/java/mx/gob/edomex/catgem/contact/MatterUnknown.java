package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Violation;

/** There is no such matter. */
public class MatterUnknown extends Violation {
    public MatterUnknown(MatterId matter) {
        super("no matter " + matter);
    }
}
