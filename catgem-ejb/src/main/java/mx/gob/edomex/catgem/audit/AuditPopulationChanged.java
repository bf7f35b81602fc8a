package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** The contacts in scope are others than those on record: drawn from them it would be another sample. */
public class AuditPopulationChanged extends Violation {
    public AuditPopulationChanged() {
        super("the population is not the one on record");
    }
}
