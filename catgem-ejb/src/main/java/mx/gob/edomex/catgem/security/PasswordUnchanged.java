package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** The new password is the current one. */
public class PasswordUnchanged extends Violation {
    public PasswordUnchanged() {
        super("the new password is the current one");
    }
}
