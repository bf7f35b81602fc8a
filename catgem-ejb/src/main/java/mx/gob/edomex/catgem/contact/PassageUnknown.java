package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A passage to cover lies within its message. */
public class PassageUnknown extends Violation {
    public PassageUnknown() {
        super("the message has no such passage");
    }
}
