package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** Who sees a citizen's data in an audit says why, and the reason goes on record. */
public class UnmaskingNeedsAReason extends Violation {
    UnmaskingNeedsAReason() {
        super("personal data are shown for a reason only");
    }
}
