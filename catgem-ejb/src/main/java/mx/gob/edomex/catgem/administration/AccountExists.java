package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** The user name is taken. */
public class AccountExists extends Violation {
    public AccountExists() {
        super("the user name is taken");
    }
}
