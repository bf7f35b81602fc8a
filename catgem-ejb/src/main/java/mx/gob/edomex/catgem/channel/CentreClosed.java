package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The entry point is closed now; a callback or a mail is taken. */
public class CentreClosed extends Violation {
    public CentreClosed(String entryPoint) {
        super("entry point " + entryPoint + " is closed");
    }
}
