package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Hours of a week that cannot be read, or two of one day that overlap. */
public class HoursRefused extends Violation {
    public HoursRefused() {
        super("hours are not sound");
    }
}
