package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** A person needs a name that others can read, of three to eighty characters. */
public class NameMissing extends Violation {
    public NameMissing() {
        super("the name is missing or too long");
    }
}
