package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** The advisor has contacts in hand: they are handed over first, or returned to the queue on purpose. */
public class HasOpenContacts extends Violation {
    public HasOpenContacts() {
        super("the advisor has contacts in hand");
    }
}
