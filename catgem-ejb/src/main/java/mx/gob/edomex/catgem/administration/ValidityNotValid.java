package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A skill begins to count before it ends. */
public class ValidityNotValid extends Violation {
    public ValidityNotValid() {
        super("a skill begins to count before it ends");
    }
}
