package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such record of a training. */
public class TrainingRecordUnknown extends Violation {
    public TrainingRecordUnknown() {
        super("no such record of a training");
    }
}
