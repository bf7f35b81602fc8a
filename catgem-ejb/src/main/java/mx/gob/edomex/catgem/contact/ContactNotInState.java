package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** The contact is not in a state that allows this. */
public class ContactNotInState extends Violation {
    public ContactNotInState(ContactId contact, ContactState state) {
        super("contact " + contact + " is " + state);
    }
}
