package mx.gob.edomex.catgem.contact;

import java.util.UUID;
import mx.gob.edomex.catgem.shared.Violation;

/** The question was answered by somebody else, taken back, or its contact has ended. */
public class HandGone extends Violation {
    HandGone(UUID hand) {
        super("hand " + hand + " is not up any more");
    }
}
