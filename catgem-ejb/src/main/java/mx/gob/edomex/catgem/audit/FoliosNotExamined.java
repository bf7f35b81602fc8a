package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** A report is about the whole sample. */
public class FoliosNotExamined extends Violation {
    public FoliosNotExamined() {
        super("some folios of the sample are not examined yet");
    }
}
