package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** The file is larger than {@link ChatPolicy#MAX_FILE_BYTES}. */
public class FileTooLarge extends Violation {
    public FileTooLarge() {
        super("the file is too large");
    }
}
