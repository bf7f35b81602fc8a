package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** What weighs nothing, for its citizen is silent or it was interrupted, goes on only while its points fit. */
public class NoRoomForContact extends Violation {
    public NoRoomForContact(ContactId contact) {
        super("the points of " + contact + " went to other contacts");
    }
}
