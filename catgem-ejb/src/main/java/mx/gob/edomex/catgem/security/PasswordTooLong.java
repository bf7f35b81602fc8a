package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** More than {@value PasswordRules#LONGEST} bytes: what is beyond would not count. */
public class PasswordTooLong extends Violation {
    public PasswordTooLong() {
        super("the password is too long");
    }
}
