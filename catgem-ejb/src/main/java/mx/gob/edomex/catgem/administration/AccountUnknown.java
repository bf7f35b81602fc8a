package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody has this account. */
public class AccountUnknown extends Violation {
    public AccountUnknown() {
        super("no such account");
    }
}
