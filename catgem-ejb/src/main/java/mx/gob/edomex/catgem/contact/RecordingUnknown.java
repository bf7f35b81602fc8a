package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** The leg has no recording, or it is not here yet, or was erased. */
public class RecordingUnknown extends Violation {
    RecordingUnknown() {
        super("there is no such recording");
    }
}
