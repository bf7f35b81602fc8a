package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** A warm transfer is completed only once the colleague has joined and is there. */
public class ColleagueNotThere extends Violation {
    public ColleagueNotThere(String username) {
        super("the colleague has not joined: " + username);
    }
}
