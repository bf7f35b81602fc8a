package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The contact is attended or has ended, so nobody needs to call back. */
public class CallbackNotPossible extends Violation {
    public CallbackNotPossible() {
        super("the contact does not wait");
    }
}
