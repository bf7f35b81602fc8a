package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** Training is about a version that is, or was, in force. */
public class TrainingVersionUnknown extends Violation {
    public TrainingVersionUnknown() {
        super("no such procedure version is or was in force");
    }
}
