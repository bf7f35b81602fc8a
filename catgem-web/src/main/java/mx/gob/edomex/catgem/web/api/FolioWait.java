package mx.gob.edomex.catgem.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;

/**
 * Waits until intake has opened a contact, without a transaction. Only so many requests wait long at once: while the
 * broker is away every request would, and the pages would find no thread.
 */
@ApplicationScoped
public class FolioWait {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration WITHOUT_A_PLACE = Duration.ofMillis(300);
    private static final long FIRST_PAUSE_MILLIS = 15;
    private static final long LONGEST_PAUSE_MILLIS = 120;
    private static final int PLACES = 12;

    private final Semaphore places = new Semaphore(PLACES);

    @Inject
    ContactBook contacts;

    /** The folio, or empty when it is not there in time. */
    public Optional<Folio> of(ContactId contact) {
        Optional<Folio> folio = look(contact);
        if (folio.isPresent()) {
            return folio;
        }
        boolean hasPlace = places.tryAcquire();
        try {
            long deadline = System.nanoTime() + (hasPlace ? LONGEST : WITHOUT_A_PLACE).toNanos();
            long pause = FIRST_PAUSE_MILLIS;
            while (folio.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                folio = look(contact);
            }
            return folio;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (hasPlace) {
                places.release();
            }
        }
    }

    private Optional<Folio> look(ContactId contact) {
        return contacts.find(contact).map(ContactBook.Standing::folio);
    }
}
