package mx.gob.edomex.catgem.routing;

import java.util.Optional;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The universal queue (fila universal): one first-in first-out line of tokens for each service class. A token is held
 * until it is acknowledged; one that was seen and not acknowledged is there again, in its old place, for the next owner.
 */
public interface UniversalQueue {

    /**
     * One waiting of one contact.
     *
     * @param epoch which waiting; a contact that returned has a newer one and this token is stale
     */
    record Token(ContactId contact, int epoch) {}

    /** Adds a token at the end of its class; the same token twice is one. */
    void put(ServiceClass serviceClass, Token token);

    /** The token at the position among those not acknowledged, from 0; empty past the end. */
    Optional<Token> at(ServiceClass serviceClass, int position);

    /** Takes the token out for good; only after the database says that its contact no longer waits by it (I2). */
    void acknowledge(ServiceClass serviceClass, Token token);
}
