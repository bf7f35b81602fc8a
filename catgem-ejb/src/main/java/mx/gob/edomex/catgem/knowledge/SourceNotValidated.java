package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody must say how the document's source was validated before its content is published. */
public class SourceNotValidated extends Violation {
    public SourceNotValidated(UpdateId update) {
        super("the source of update " + update + " is not validated");
    }
}
