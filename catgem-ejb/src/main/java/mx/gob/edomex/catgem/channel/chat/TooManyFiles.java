package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** The chat has {@link ChatPolicy#MAX_FILES} files already. */
public class TooManyFiles extends Violation {
    public TooManyFiles() {
        super("too many files");
    }
}
