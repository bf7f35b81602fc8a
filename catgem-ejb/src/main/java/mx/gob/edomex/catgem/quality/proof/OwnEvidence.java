package mx.gob.edomex.catgem.quality.proof;

import mx.gob.edomex.catgem.shared.Violation;

/** Nobody takes the evidence of their own work: it holds what others said of it. */
public class OwnEvidence extends Violation {

    OwnEvidence() {
        super("nobody takes the evidence of a contact they attended");
    }
}
