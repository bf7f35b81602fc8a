package mx.gob.edomex.catgem.training;

import mx.gob.edomex.catgem.shared.Violation;

/** A training without anybody evaluated in it is none. */
public class NobodyTrained extends Violation {
    public NobodyTrained() {
        super("nobody was evaluated");
    }
}
