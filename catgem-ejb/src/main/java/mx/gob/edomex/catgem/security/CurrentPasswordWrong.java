package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.Violation;

/** The current password is not the one given. */
public class CurrentPasswordWrong extends Violation {
    public CurrentPasswordWrong() {
        super("the current password is wrong");
    }
}
