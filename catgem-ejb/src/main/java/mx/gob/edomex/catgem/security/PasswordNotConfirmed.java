package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** The password given for a signature is not the caller's. */
public class PasswordNotConfirmed extends Violation {
    public PasswordNotConfirmed() {
        super("the password given is not the caller's");
    }
}
