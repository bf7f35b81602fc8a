package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such finding. */
public class FindingUnknown extends Violation {
    public FindingUnknown() {
        super("there is no such finding");
    }
}
