package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** What was given is no telephone number that can be dialled. */
public class NumberNotValid extends Violation {
    public NumberNotValid() {
        super("telephone number is not valid");
    }
}
