package mx.gob.edomex.catgem.rules;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody else saved the draft since it was read. */
public class RuleDraftChanged extends Violation {
    public RuleDraftChanged() {
        super("somebody else saved the draft since it was read");
    }
}
