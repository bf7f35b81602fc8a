package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever wrote any of the draft does not approve it. */
public class AuthorCannotApprove extends Violation {
    public AuthorCannotApprove() {
        super("whoever wrote any of the draft does not approve it");
    }
}
