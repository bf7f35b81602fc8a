package mx.gob.edomex.catgem.evidence.log;

import mx.gob.edomex.catgem.shared.Violation;

/** One reading of the log at a time. */
public class ReadingUnderWay extends Violation {
    public ReadingUnderWay() {
        super("the log is being read already");
    }
}
