package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** What was corrected is corrected in its correction: the records make one line. */
public class TrainingCorrectedAlready extends Violation {
    public TrainingCorrectedAlready() {
        super("the record was corrected before");
    }
}
