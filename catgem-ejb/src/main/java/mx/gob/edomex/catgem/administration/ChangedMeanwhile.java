package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody else changed it since it was read. */
public class ChangedMeanwhile extends Violation {
    public ChangedMeanwhile() {
        super("somebody else changed it meanwhile");
    }
}
