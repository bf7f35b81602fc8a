package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** What has no known cause cannot be mended: no cause, no action. */
public class NoActionWithoutCause extends Violation {
    public NoActionWithoutCause() {
        super("no action without a cause");
    }
}
