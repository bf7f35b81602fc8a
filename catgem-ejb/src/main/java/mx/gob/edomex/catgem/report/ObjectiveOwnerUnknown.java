package mx.gob.edomex.catgem.report;

import mx.gob.edomex.catgem.shared.Violation;

/** Who answers for an objective leads something in the centre. */
public class ObjectiveOwnerUnknown extends Violation {
    public ObjectiveOwnerUnknown() {
        super("nobody of that name answers for an objective");
    }
}
