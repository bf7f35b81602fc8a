package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** The mail address cannot be one. */
public class AddressNotValid extends Violation {
    public AddressNotValid() {
        super("the mail address is not valid");
    }
}
