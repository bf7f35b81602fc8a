package mx.gob.edomex.catgem.administration;

import mx.gob.edomex.catgem.shared.Violation;

/** An exception without a day ahead, a reason, or with one hour only. */
public class ExceptionRefused extends Violation {
    public ExceptionRefused() {
        super("exception of hours is not sound");
    }
}
