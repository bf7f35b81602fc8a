package mx.gob.edomex.catgem.disposal;

import mx.gob.edomex.catgem.shared.Violation;

/** While a contact of the person is open their data are needed. */
public class PersonStillAttended extends Violation {
    public PersonStillAttended() {
        super("a contact of this person is still open");
    }
}
