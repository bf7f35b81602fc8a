package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** Copying never overwrites what was planned by hand. */
public class WeekNotEmpty extends Violation {
    public WeekNotEmpty() {
        super("the week has duties already");
    }
}
