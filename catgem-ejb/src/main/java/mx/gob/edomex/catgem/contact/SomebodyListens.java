package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** Another person listens to the call already. */
public class SomebodyListens extends Violation {
    public SomebodyListens(String folio) {
        super("somebody listens already to " + folio);
    }
}
