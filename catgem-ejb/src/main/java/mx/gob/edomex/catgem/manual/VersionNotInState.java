package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** The version is in another state by now. */
public class VersionNotInState extends Violation {
    public VersionNotInState() {
        super("the version is in another state by now");
    }
}
