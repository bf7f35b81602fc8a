package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** There is nothing to copy. */
public class WeekEmpty extends Violation {
    public WeekEmpty() {
        super("the week before has no duties");
    }
}
