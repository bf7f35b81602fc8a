package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A holiday without a day or a name. */
public class HolidayRefused extends Violation {
    public HolidayRefused() {
        super("holiday is not sound");
    }
}
