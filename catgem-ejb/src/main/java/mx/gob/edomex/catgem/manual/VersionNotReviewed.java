package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody has reviewed the version. */
public class VersionNotReviewed extends Violation {
    public VersionNotReviewed() {
        super("nobody has reviewed the version");
    }
}
