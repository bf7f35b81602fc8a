package mx.gob.edomex.catgem.web.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** More than a person could write or ask; the same is taken a little later. */
public class TooFast extends Violation {
    public TooFast() {
        super("too fast");
    }
}
