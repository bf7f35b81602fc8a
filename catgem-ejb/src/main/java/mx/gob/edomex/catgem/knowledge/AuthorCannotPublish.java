package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** Whoever wrote a text cannot be the second person who reviews and publishes it. */
public class AuthorCannotPublish extends Violation {
    public AuthorCannotPublish(UpdateId update) {
        super("the caller is an author of update " + update);
    }
}
