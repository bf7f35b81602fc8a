package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** Too many wrong passwords: for a while none is looked at, right or wrong. */
public class TooManyWrongPasswords extends Violation {
    public TooManyWrongPasswords() {
        super("no password is looked at for a while");
    }
}
