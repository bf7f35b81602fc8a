package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** An audit is planned for days in their order, at most half a year, and not before what it looks at has ended. */
public class AuditDatesInvalid extends Violation {
    public AuditDatesInvalid() {
        super("the planned days are none");
    }
}
