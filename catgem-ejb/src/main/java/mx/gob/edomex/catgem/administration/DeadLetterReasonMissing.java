package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A message is sent back or thrown away for a reason. */
public class DeadLetterReasonMissing extends Violation {
    public DeadLetterReasonMissing() {
        super("no reason given");
    }
}
