package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** An advisor without an open desk has no state that anybody else could change. */
public class DeskNotOpen extends Violation {
    DeskNotOpen(String username) {
        super(username + " has no desk open");
    }
}
