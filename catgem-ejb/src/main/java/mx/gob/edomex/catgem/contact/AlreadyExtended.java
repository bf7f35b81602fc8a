package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** After-call work is extended once. */
public class AlreadyExtended extends Violation {
    public AlreadyExtended(ContactId contact) {
        super("after-call work of " + contact + " was extended before");
    }
}
