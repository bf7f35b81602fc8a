package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such contact, or the caller may not know of it. */
public class ContactUnknown extends Violation {
    public ContactUnknown(String reference) {
        super("no contact " + reference);
    }
}
