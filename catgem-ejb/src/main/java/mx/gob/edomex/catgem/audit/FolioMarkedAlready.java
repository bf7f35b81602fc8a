package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** A folio conforms only when nothing else was said of it, and it conforms once. */
public class FolioMarkedAlready extends Violation {
    public FolioMarkedAlready() {
        super("something was said about the folio already");
    }
}
