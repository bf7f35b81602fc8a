package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A transfer names a topic or a colleague who attends contacts. */
public class TransferToNobody extends Violation {
    public TransferToNobody(String named) {
        super("nobody " + named + " to transfer to");
    }
}
