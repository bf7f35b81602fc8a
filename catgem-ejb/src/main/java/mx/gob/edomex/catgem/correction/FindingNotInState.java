package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** The finding is past what was asked, or not there yet. */
public class FindingNotInState extends Violation {
    public FindingNotInState() {
        super("the finding is in a state in which this cannot be done");
    }
}
