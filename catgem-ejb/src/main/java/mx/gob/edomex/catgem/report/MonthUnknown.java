package mx.gob.edomex.catgem.report;

import mx.gob.edomex.catgem.shared.Violation;

/** No value was published for the month. */
public class MonthUnknown extends Violation {
    public MonthUnknown() {
        super("no such month");
    }
}
