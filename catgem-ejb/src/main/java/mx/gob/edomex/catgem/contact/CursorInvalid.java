package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A page was asked for after a place that no list ever gave. */
public class CursorInvalid extends Violation {
    public CursorInvalid() {
        super("the cursor is not one of ours");
    }
}
