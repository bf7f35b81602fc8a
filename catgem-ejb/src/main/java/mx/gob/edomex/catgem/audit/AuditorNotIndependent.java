package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** Who had a part in what is audited does not audit it: nobody audits their own work. */
public class AuditorNotIndependent extends Violation {

    private final Involvement part;

    AuditorNotIndependent(Involvement part) {
        super("somebody named for the audit had a part in what is audited");
        this.part = part;
    }

    /** Who, and in how much. */
    public Involvement part() {
        return part;
    }
}
