package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such audit. */
public class AuditUnknown extends Violation {
    public AuditUnknown() {
        super("there is no such audit");
    }
}
