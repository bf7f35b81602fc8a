package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody is talking on the telephone in it now, or who wants to listen is who talks. */
public class NoCallToHear extends Violation {
    public NoCallToHear(String folio) {
        super("no call to hear in " + folio);
    }
}
