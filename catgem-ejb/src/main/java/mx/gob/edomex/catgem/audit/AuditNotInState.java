package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** The audit is past what was asked, or not there yet. */
public class AuditNotInState extends Violation {
    public AuditNotInState() {
        super("the audit is in a state in which this cannot be done");
    }
}
