package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** The step is none of the version under which the folio was attended. */
public class AuditStepUnknown extends Violation {
    public AuditStepUnknown() {
        super("there is no such step in the version");
    }
}
