package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** A notice says something, in at most a thousand characters, from one moment to a later one that is still to come. */
public class NoticeNotSound extends Violation {
    NoticeNotSound() {
        super("the notice has no text, or its time is over");
    }
}
