package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A word of explanation is asked for. */
public class NoteMissing extends Violation {
    public NoteMissing() {
        super("the note is blank");
    }
}
