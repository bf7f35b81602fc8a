package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A window longer than half a day is no promise. */
public class WindowTooLong extends Violation {
    public WindowTooLong() {
        super("callback window is too long");
    }
}
