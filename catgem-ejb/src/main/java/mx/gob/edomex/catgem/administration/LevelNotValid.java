package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A level is from 1, just trained, to 5, expert; 0 is no skill at all. */
public class LevelNotValid extends Violation {
    public LevelNotValid() {
        super("a level is from 1, just trained, to 5, expert; 0 is no skill at all");
    }
}
