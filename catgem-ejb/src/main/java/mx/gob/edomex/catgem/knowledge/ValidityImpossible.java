package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A text that would hold on no day to come: its validity ends before it begins, or has ended already. */
public class ValidityImpossible extends Violation {
    public ValidityImpossible(UpdateId update) {
        super("update " + update + " would be valid on no day");
    }
}
