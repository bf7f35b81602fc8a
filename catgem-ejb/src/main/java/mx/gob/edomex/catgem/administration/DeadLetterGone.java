package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** It is not among the dead letters any more. */
public class DeadLetterGone extends Violation {
    public DeadLetterGone() {
        super("the dead letter is gone");
    }
}
