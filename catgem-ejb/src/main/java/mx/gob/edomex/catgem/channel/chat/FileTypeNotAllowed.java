package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** The file's content is none of the kinds taken ({@link mx.gob.edomex.catgem.channel.FileType}). */
public class FileTypeNotAllowed extends Violation {
    public FileTypeNotAllowed() {
        super("this kind of file is not taken");
    }
}
