package mx.gob.edomex.catgem.report;

import mx.gob.edomex.catgem.shared.Violation;

/** Figures of single advisors are for those who lead them or audit the centre. */
public class PeopleNotShown extends Violation {

    PeopleNotShown() {
        super("figures of single advisors are not for this caller");
    }
}
