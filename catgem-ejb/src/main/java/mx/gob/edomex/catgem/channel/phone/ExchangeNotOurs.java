package mx.gob.edomex.catgem.channel.phone;

import jakarta.ejb.ApplicationException;

/** Another node owns the exchange by now: whoever acts under an older epoch changes nothing. */
@ApplicationException(rollback = true)
public class ExchangeNotOurs extends RuntimeException {
    public ExchangeNotOurs(long epoch) {
        super("the exchange is not owned under epoch " + epoch + " any more");
    }
}
