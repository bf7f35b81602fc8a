package mx.gob.edomex.catgem.security;

import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.Violation;

/** The person's data were erased; nothing of them can be read or written any more. */
public class SubjectErased extends Violation {
    public SubjectErased(SubjectId subject) {
        super("subject " + subject + " was erased");
    }
}
