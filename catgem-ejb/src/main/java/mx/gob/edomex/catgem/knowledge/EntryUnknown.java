package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such entry, or it was retired. */
public class EntryUnknown extends Violation {
    public EntryUnknown(String entry) {
        super("no entry " + entry);
    }
}
