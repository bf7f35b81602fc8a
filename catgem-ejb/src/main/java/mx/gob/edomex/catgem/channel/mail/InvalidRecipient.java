package mx.gob.edomex.catgem.channel.mail;

import mx.gob.edomex.catgem.shared.Violation;

/** A copy was to go to something that is not one plain mail address of somebody else, or to too many of them. */
public class InvalidRecipient extends Violation {
    public InvalidRecipient() {
        super("a copy's address is not usable");
    }
}
