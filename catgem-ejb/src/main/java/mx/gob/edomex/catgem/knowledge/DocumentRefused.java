package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A supporting document is a PDF, Word document or picture of at most eight megabytes. */
public class DocumentRefused extends Violation {
    public DocumentRefused() {
        super("the file is of another type or too large");
    }
}
