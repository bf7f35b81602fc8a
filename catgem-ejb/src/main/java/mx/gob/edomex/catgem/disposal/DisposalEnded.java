package mx.gob.edomex.catgem.disposal;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody else has carried it out or withdrawn it. */
public class DisposalEnded extends Violation {
    public DisposalEnded() {
        super("the disposal has ended");
    }
}
