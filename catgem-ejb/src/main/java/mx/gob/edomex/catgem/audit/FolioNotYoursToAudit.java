package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** A folio is examined by the auditor it is assigned to. */
public class FolioNotYoursToAudit extends Violation {
    public FolioNotYoursToAudit() {
        super("the folio is assigned to somebody else");
    }
}
