package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** The update was submitted, published or given up meanwhile. */
public class UpdateNotInState extends Violation {
    public UpdateNotInState(UpdateId update) {
        super("update " + update + " is in another state");
    }
}
