package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** The accounts of the try-out are known to everybody, with their password: production has none of their name. */
public class NameOfATryout extends Violation {
    public NameOfATryout() {
        super("this user name is one of the try-out's, which everybody knows");
    }
}
