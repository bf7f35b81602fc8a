package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A window shorter than half an hour cannot be kept. */
public class WindowTooShort extends Violation {
    public WindowTooShort() {
        super("callback window is too short");
    }
}
