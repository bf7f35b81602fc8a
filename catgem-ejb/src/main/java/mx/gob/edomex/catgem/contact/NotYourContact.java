package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** The contact is with another advisor or with none. */
public class NotYourContact extends Violation {
    public NotYourContact(ContactId contact) {
        super("contact " + contact + " is not with the caller");
    }
}
