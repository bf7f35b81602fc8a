package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** A shift has a code of its own, a name in both languages, and ends at another time than it starts. */
public class ShiftNotValid extends Violation {
    public ShiftNotValid() {
        super("the shift is not valid, or its code was used before");
    }
}
