package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** An outbound contact needs an available advisor with room for it. */
public class NoRoomToBegin extends Violation {
    public NoRoomToBegin(String username) {
        super("no room for an outbound contact: " + username);
    }
}
