package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** A sample has at least one folio and at most as many as the population or {@link SamplePlan#MOST}. */
public class SampleSizeInvalid extends Violation {
    public SampleSizeInvalid() {
        super("the sample size is none");
    }
}
