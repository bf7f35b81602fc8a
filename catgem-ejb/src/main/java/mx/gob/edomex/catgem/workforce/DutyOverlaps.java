package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** The person works another shift at that time. */
public class DutyOverlaps extends Violation {
    public DutyOverlaps() {
        super("works another shift at that time");
    }
}
