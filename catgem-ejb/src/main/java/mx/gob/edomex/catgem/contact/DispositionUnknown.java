package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A contact is closed with one of the centre's dispositions. */
public class DispositionUnknown extends Violation {
    public DispositionUnknown(String disposition) {
        super("no disposition " + disposition);
    }
}
