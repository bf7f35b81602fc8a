package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** Who planned or owns an action does not judge whether it helped. */
public class NobodyChecksTheirOwnAction extends Violation {
    public NobodyChecksTheirOwnAction() {
        super("nobody checks the effect of their own action");
    }
}
