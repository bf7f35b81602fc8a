package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** A message needs text. */
public class NothingToSend extends Violation {
    public NothingToSend(ContactId contact) {
        super("empty message in contact " + contact);
    }
}
