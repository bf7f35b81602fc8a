package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The window in which the citizen wants to be phoned is over, or all but over. */
public class WindowInThePast extends Violation {
    public WindowInThePast() {
        super("callback window is over");
    }
}
