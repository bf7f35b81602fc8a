package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** A callback in hand is ended by what came of the call; nobody has said that yet. */
public class CallbackResultMissing extends Violation {
    public CallbackResultMissing(ContactId contact) {
        super("nobody said what came of the call of " + contact);
    }
}
