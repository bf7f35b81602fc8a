package mx.gob.edomex.catgem.disposal;

import mx.gob.edomex.catgem.shared.Violation;

/** The person's data are erased, or somebody has asked for it. */
public class DisposalAskedAlready extends Violation {
    public DisposalAskedAlready() {
        super("the disposal of this person's data was asked for or carried out");
    }
}
