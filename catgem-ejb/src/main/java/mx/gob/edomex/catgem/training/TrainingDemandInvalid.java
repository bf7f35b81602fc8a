package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** A pass mark is from 1 to 100 points, a validity from 1 to 60 months. */
public class TrainingDemandInvalid extends Violation {
    public TrainingDemandInvalid() {
        super("the pass mark or the validity is out of range");
    }
}
