package mx.gob.edomex.catgem.report;

import mx.gob.edomex.catgem.shared.Violation;

/** A correction needs its value, not below zero, and nothing else has one. */
public class CorrectionMissing extends Violation {
    public CorrectionMissing() {
        super("the corrected value is missing");
    }
}
