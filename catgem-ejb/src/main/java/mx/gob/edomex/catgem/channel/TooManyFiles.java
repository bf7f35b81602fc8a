package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A chat or an answer has as many files as it may. */
public class TooManyFiles extends Violation {
    public TooManyFiles() {
        super("too many files");
    }
}
