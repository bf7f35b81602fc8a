package mx.gob.edomex.catgem.manual;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such procedure. */
public class ProcedureUnknown extends Violation {
    public ProcedureUnknown() {
        super("there is no such procedure");
    }
}
