package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody decides what becomes of what was found in a contact they attended. */
public class NobodyTriagesTheirOwn extends Violation {
    public NobodyTriagesTheirOwn() {
        super("nobody triages what was found in their own contact");
    }
}
