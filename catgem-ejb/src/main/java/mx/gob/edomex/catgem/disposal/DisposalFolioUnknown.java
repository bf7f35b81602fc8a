package mx.gob.edomex.catgem.disposal;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no contact with that folio. */
public class DisposalFolioUnknown extends Violation {
    public DisposalFolioUnknown() {
        super("no contact has this folio");
    }
}
