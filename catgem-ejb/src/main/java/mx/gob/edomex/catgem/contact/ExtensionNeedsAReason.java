package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** More after-call work than the channel grants is explained. */
public class ExtensionNeedsAReason extends Violation {
    public ExtensionNeedsAReason(ContactId contact) {
        super("no reason for more after-call work of " + contact);
    }
}
