package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A new version must differ from the one in force. */
public class NothingChanged extends Violation {
    public NothingChanged(UpdateId update) {
        super("update " + update + " changes nothing");
    }
}
