package mx.gob.edomex.catgem.replay;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such replay. */
public class ReplayUnknown extends Violation {
    public ReplayUnknown() {
        super("there is no such replay");
    }
}
