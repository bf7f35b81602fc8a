package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A day without a line, or without a new one since the last sheet, has nothing to sign. */
public class SheetEmpty extends Violation {
    public SheetEmpty() {
        super("there is nothing new to sign");
    }
}
