package mx.gob.edomex.catgem.knowledge;

import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Language;

/**
 * Something information officers are asked to do.
 *
 * @param words what was looked for, or what is said to be wrong; null for a check or when they were erased
 * @param dueAt when it should be done: the timer
 * @param entryCode the entry it is about, or null when it is missing
 * @param update the update begun for it, or null
 */
public record OfficerTask(
        UUID id,
        Kind kind,
        String state,
        String openedBy,
        Instant openedAt,
        Instant dueAt,
        Language language,
        String words,
        String entryCode,
        String entryTitle,
        UUID update,
        String takenBy) {

    /** What is asked. */
    public enum Kind {
        /** A search found nothing. */
        MISSING,
        /** An advisor says that an entry is wrong. */
        WRONG,
        /** What was published is looked at again after 24 hours. */
        CHECK
    }

    public boolean due(Instant now) {
        return !now.isBefore(dueAt);
    }
}
