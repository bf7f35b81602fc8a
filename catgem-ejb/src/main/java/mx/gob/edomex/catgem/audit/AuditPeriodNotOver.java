package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** A sample is drawn when the period in scope is over, since until then its population grows. */
public class AuditPeriodNotOver extends Violation {
    public AuditPeriodNotOver() {
        super("the period in scope is not over");
    }
}
