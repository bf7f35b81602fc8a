package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** The text is no longer the one that was on the screen, or another version of the entry was published. */
public class TextMovedOn extends Violation {
    public TextMovedOn(UpdateId update) {
        super("the text of update " + update + " moved on");
    }
}
