package mx.gob.edomex.catgem.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ChecklistItem;

/**
 * An update with everything its page shows.
 *
 * @param head number of the newest text
 * @param text the newest text
 * @param base the published text it began from
 * @param aside the reader's own text that could not be joined, or null
 * @param missing fields that are still needed before it can be handed in
 * @param authors names of who wrote any of it
 * @param mine whether the reader is one of them
 */
public record UpdateCard(
        UpdateLine line,
        String reviewNote,
        int head,
        EntryText text,
        EntryText base,
        Aside aside,
        List<EntryField> missing,
        List<String> authors,
        boolean mine,
        boolean sourceValidated,
        List<DocumentLine> documents,
        List<ChecklistItem> steps) {

    /** A registered document; {@code sha256} in hexadecimal. */
    public record DocumentLine(
            UUID id,
            String name,
            String reference,
            String mediaType,
            int bytes,
            String sha256,
            String by,
            Instant at) {}

    /** Own words waiting for a decision. */
    public record Aside(EntryText base, EntryText text, Instant at) {}

    /**
     * The clock of indicator 2, from step events only.
     *
     * @param from a document was registered; null as long as there is none
     * @param until advisors could see the new version; null as long as they cannot
     * @param limit how long it may take
     */
    public record Clock(Instant from, Instant until, Duration limit) {

        public boolean running() {
            return from != null && until == null;
        }
    }
}
