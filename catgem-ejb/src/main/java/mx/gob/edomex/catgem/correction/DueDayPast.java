package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** An action is due today or later, and within a year. */
public class DueDayPast extends Violation {
    public DueDayPast() {
        super("an action is due today or within a year");
    }
}
