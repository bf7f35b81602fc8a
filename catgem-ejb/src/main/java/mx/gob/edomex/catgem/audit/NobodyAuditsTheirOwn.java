package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody examines a folio in which they had a part. */
public class NobodyAuditsTheirOwn extends Violation {
    public NobodyAuditsTheirOwn() {
        super("nobody audits a contact in which they had a part");
    }
}
