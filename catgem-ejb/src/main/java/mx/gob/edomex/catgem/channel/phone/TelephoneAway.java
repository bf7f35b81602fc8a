package mx.gob.edomex.catgem.channel.phone;

import mx.gob.edomex.catgem.shared.Violation;

/** The exchange is not reached, or takes no telephones in browsers: there is no account to be had now. */
public class TelephoneAway extends Violation {
    public TelephoneAway() {
        super("the exchange gives no account for a browser now");
    }
}
