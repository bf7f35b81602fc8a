package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no colleague asked in, or not any more. */
public class NoTransferUnderWay extends Violation {
    public NoTransferUnderWay(String contact) {
        super("no transfer of " + contact + " under way");
    }
}
