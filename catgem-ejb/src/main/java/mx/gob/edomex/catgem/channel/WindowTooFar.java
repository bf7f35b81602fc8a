package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A window more than two weeks ahead. */
public class WindowTooFar extends Violation {
    public WindowTooFar() {
        super("callback window is too far ahead");
    }
}
