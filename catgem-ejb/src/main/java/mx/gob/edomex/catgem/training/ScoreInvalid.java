package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** Evaluations are whole points from 0 to 100. */
public class ScoreInvalid extends Violation {
    public ScoreInvalid() {
        super("a score is not between 0 and 100");
    }
}
