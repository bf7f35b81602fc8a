package mx.gob.edomex.catgem.replay;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such day, or the number of contacts is not from 50 to 10 000. */
public class ReplayNotValid extends Violation {
    public ReplayNotValid() {
        super("there is no such day, or the number of contacts is not from 50 to 10 000");
    }
}
