package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** Everybody of the audit had a part in one of the folios drawn: somebody else has to audit. */
public class FolioWithoutIndependentAuditor extends Violation {
    public FolioWithoutIndependentAuditor() {
        super("nobody of the audit is independent of a folio drawn");
    }
}
