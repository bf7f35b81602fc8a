package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** A quiet contact is taken up again only while its points fit. */
public class NoRoomForContact extends Violation {
    public NoRoomForContact(ContactId contact) {
        super("the points of " + contact + " went to other contacts");
    }
}
