package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** It holds the name of its account. */
public class PasswordLikeName extends Violation {
    public PasswordLikeName() {
        super("the password holds the account's name");
    }
}
