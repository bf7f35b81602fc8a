package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody vouches for their own training. */
public class NobodyRecordsTheirOwnTraining extends Violation {
    public NobodyRecordsTheirOwnTraining() {
        super("somebody records a training of their own");
    }
}
