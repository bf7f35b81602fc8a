package mx.gob.edomex.catgem.disposal;

import mx.gob.edomex.catgem.shared.Violation;

/** Who asked for a disposal does not carry it out. */
public class NobodyDisposesAlone extends Violation {
    public NobodyDisposesAlone() {
        super("nobody carries out the disposal they asked for");
    }
}
