package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no such update. */
public class UpdateUnknown extends Violation {
    public UpdateUnknown(String update) {
        super("no update " + update);
    }
}
