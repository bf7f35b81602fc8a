package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** A training is recorded once it was held, and not years later. */
public class TrainingDateInvalid extends Violation {
    public TrainingDateInvalid() {
        super("the day of the training is in the future or too long ago");
    }
}
