package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** User names are three to thirty-two small letters, digits, dots and hyphens, and begin with a letter. */
public class UsernameNotValid extends Violation {
    public UsernameNotValid() {
        super("the user name is not valid");
    }
}
