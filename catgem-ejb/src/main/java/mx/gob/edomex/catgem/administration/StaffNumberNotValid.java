package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** Staff numbers are one to twenty letters, digits and hyphens. */
public class StaffNumberNotValid extends Violation {
    public StaffNumberNotValid() {
        super("the staff number is not valid");
    }
}
