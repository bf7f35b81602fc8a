package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * A contact waits: what its token in the universal queue carries.
 *
 * @param epoch the waiting this is; a token of an older one is stale
 * @param returned out of its class's order: no token, the matcher reads the row
 */
public record ContactQueued(
        ContactId contact, ServiceClass serviceClass, Instant firstQueuedAt, int epoch, boolean returned) {}
