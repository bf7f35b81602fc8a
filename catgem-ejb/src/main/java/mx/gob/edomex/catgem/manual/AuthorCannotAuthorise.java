package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever wrote any of the version does not authorise it. */
public class AuthorCannotAuthorise extends Violation {
    public AuthorCannotAuthorise() {
        super("whoever wrote any of the version does not authorise it");
    }
}
