package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever wrote any of the version does not review it. */
public class AuthorCannotReview extends Violation {
    public AuthorCannotReview() {
        super("whoever wrote any of the version does not review it");
    }
}
