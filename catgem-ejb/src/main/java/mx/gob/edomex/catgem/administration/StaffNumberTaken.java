package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Another account has this staff number. */
public class StaffNumberTaken extends Violation {
    public StaffNumberTaken() {
        super("the staff number is taken");
    }
}
