package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** The citizen is on the phone: nothing that is written would reach them. */
public class SpokenNotWritten extends Violation {
    public SpokenNotWritten(ContactId contact) {
        super("contact " + contact + " is spoken");
    }
}
