package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** Each candidate is decided once; who comes second is told. */
public class CandidateDecidedAlready extends Violation {
    public CandidateDecidedAlready() {
        super("somebody else has decided the candidate");
    }
}
