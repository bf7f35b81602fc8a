package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Who audits comes for a time: the account needs a first and a last day, at most a year apart. */
public class AuditorNeedsAPeriod extends Violation {
    public AuditorNeedsAPeriod() {
        super("the account of an auditor needs a first and a last day, at most a year apart");
    }
}
