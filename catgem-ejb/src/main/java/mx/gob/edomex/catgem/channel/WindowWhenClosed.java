package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A window in which the entry point that the citizen came in by is closed, so that nobody would phone. */
public class WindowWhenClosed extends Violation {
    public WindowWhenClosed() {
        super("nobody attends in the callback window");
    }
}
