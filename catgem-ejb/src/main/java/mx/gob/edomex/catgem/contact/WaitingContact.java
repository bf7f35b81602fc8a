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
 * @param preferred the advisor who knows the matter, and until when it may wait for them; or null
 */
public record WaitingContact(
        ContactId contact,
        ServiceClass serviceClass,
        Instant firstQueuedAt,
        Duration paused,
        int epoch,
        Set<String> excluded,
        Preferred preferred) {

    /** The last advisor's claim to a contact. */
    public record Preferred(String advisor, Instant until) {}

    /** Time that counts as waiting. */
    public Duration waited(Instant now) {
        return Duration.between(firstQueuedAt, now).minus(paused);
    }
}
