package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Without a supervisor nobody could administer the centre. */
public class LastSupervisor extends Violation {
    public LastSupervisor() {
        super("the last supervisor stays");
    }
}
