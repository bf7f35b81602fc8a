package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** The contact has a colleague asked in already; that is completed or taken back first. */
public class TransferUnderWay extends Violation {
    public TransferUnderWay(String contact) {
        super("a transfer of " + contact + " is under way");
    }
}
