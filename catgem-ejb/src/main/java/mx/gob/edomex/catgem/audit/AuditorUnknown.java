package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** Who audits has the role of an auditor and an account in use. */
public class AuditorUnknown extends Violation {
    public AuditorUnknown() {
        super("nobody of that name may audit");
    }
}
