package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A contact by phone is taken only as a callback: it needs a window and the number. */
public class CallbackMissing extends Violation {
    public CallbackMissing() {
        super("a phone contact needs a callback");
    }
}
