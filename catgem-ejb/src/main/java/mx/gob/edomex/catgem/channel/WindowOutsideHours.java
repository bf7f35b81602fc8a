package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The centre phones nobody so early or so late, by the citizen's own clock. */
public class WindowOutsideHours extends Violation {
    public WindowOutsideHours() {
        super("callback window is outside of the calling hours");
    }
}
