package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** Nothing is published, and no clock starts, before a supporting document is registered. */
public class DocumentMissing extends Violation {
    public DocumentMissing(UpdateId update) {
        super("update " + update + " has no supporting document");
    }
}
