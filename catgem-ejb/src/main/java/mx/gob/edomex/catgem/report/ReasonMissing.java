package mx.gob.edomex.catgem.report;

import mx.gob.edomex.catgem.shared.Violation;

/** A decision needs a reason of ten to five hundred characters. */
public class ReasonMissing extends Violation {
    public ReasonMissing() {
        super("a reason is missing");
    }
}
