package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** Among those that many people choose. */
public class PasswordTooCommon extends Violation {
    public PasswordTooCommon() {
        super("the password is one that many choose");
    }
}
