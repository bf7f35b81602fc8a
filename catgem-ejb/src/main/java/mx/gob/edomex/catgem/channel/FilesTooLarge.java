package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The files of an answer are together larger than {@link FilePolicy#MAX_TOTAL_BYTES}. */
public class FilesTooLarge extends Violation {
    public FilesTooLarge() {
        super("the files of the answer are too large together");
    }
}
