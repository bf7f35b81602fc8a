package mx.gob.edomex.catgem.knowledge;

import java.time.LocalDate;
import mx.gob.edomex.catgem.shared.Violation;

/** The next review of an entry is a day to come. */
public class ReviewDayPast extends Violation {
    public ReviewDayPast(LocalDate day) {
        super(day + " is not in the future");
    }
}
