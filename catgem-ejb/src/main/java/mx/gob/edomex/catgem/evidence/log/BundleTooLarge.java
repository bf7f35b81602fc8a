package mx.gob.edomex.catgem.evidence.log;

import mx.gob.edomex.catgem.shared.Violation;

/** A day with more records than a verifier takes at once. */
public class BundleTooLarge extends Violation {

    BundleTooLarge(long leaves) {
        super(leaves + " records are more than one bundle holds");
    }
}
