package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** The version says what the one in force says. */
public class VersionUnchanged extends Violation {
    public VersionUnchanged() {
        super("the version says what the one in force says");
    }
}
