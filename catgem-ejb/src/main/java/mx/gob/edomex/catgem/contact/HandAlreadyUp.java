package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** One question at a time: the one before still waits for its answer. */
public class HandAlreadyUp extends Violation {
    HandAlreadyUp(ContactId contact) {
        super("a hand is up in contact " + contact);
    }
}
