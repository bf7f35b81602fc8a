package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody else saved the version since it was read. */
public class VersionChangedMeanwhile extends Violation {
    public VersionChangedMeanwhile() {
        super("somebody else saved the version since it was read");
    }
}
