package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** Only who has an account in use is trained. */
public class TraineeUnknown extends Violation {
    public TraineeUnknown() {
        super("somebody evaluated has no account in use");
    }
}
