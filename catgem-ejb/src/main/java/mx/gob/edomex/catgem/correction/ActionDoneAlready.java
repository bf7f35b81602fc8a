package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** An action is done once. */
public class ActionDoneAlready extends Violation {
    public ActionDoneAlready() {
        super("the action is done already");
    }
}
