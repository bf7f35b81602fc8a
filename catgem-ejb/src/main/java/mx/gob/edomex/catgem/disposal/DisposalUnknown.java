package mx.gob.edomex.catgem.disposal;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such act. */
public class DisposalUnknown extends Violation {
    public DisposalUnknown() {
        super("no such disposal");
    }
}
