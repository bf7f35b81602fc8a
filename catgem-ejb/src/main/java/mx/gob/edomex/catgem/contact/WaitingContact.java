package mx.gob.edomex.catgem.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * A contact as it waits in the universal queue.
 *
 * @param paused time that does not count as waiting
 * @param epoch the waiting this is
 * @param excluded user names of advisors who declined it
 */
public record WaitingContact(
        ContactId contact,
        ServiceClass serviceClass,
        Instant firstQueuedAt,
        Duration paused,
        int epoch,
        Set<String> excluded) {}
