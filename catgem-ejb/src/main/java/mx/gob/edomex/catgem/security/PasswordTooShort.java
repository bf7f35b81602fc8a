package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** Fewer than {@value PasswordRules#SHORTEST} characters. */
public class PasswordTooShort extends Violation {
    public PasswordTooShort() {
        super("the password is too short");
    }
}
