package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The file is larger than {@link FilePolicy#MAX_BYTES}. */
public class FileTooLarge extends Violation {
    public FileTooLarge() {
        super("the file is too large");
    }
}
