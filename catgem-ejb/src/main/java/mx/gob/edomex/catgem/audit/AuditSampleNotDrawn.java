package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no sample to work on yet. */
public class AuditSampleNotDrawn extends Violation {
    public AuditSampleNotDrawn() {
        super("the sample is not drawn");
    }
}
