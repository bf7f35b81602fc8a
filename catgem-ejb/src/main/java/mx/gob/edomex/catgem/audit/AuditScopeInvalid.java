package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** What is audited is one procedure of attention or more, over days in their order and at most two years. */
public class AuditScopeInvalid extends Violation {
    public AuditScopeInvalid() {
        super("the scope is none");
    }
}
