package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** Nothing in scope was attended and closed, so there is nothing to look at. */
public class AuditPopulationEmpty extends Violation {
    public AuditPopulationEmpty() {
        super("the population is empty");
    }
}
