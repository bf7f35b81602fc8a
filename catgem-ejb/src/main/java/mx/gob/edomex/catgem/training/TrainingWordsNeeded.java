package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** Who taught, and why something is corrected, is written down. */
public class TrainingWordsNeeded extends Violation {
    public TrainingWordsNeeded() {
        super("a trainer or a reason is missing");
    }
}
