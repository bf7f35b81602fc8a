package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A text of one of the officers still waits to be compared with what the other one saved. */
public class ConflictOpen extends Violation {
    public ConflictOpen(UpdateId update) {
        super("update " + update + " has a text aside");
    }
}
