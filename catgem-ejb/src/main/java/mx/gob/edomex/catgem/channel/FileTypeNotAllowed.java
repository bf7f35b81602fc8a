package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The file's content is none of the kinds taken ({@link FileType}). */
public class FileTypeNotAllowed extends Violation {
    public FileTypeNotAllowed() {
        super("this kind of file is not taken");
    }
}
