package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** Only its owner says that an action is done. */
public class ActionNotYours extends Violation {
    public ActionNotYours() {
        super("only its owner says that an action is done");
    }
}
