package mx.gob.edomex.catgem.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.evidence.BrokenPrecedence;
import mx.gob.edomex.catgem.evidence.ChecklistItem;
import mx.gob.edomex.catgem.evidence.PinnedVersion;
import mx.gob.edomex.catgem.evidence.TimelineEntry;

/**
 * Everything on record about one contact, as its reader may see it.
 *
 * @param masked the reader sees no personal data: texts of messages and notes, names and addresses are null
 * @param citizen name, e-mail and phone as far as known
 * @param version the procedure version it is held to, or null when it has none yet
 * @param missing mandatory steps not done, given how it ended; empty while it is open
 */
public record FolioCard(
        ContactLine contact,
        boolean masked,
        Citizen citizen,
        Clocks clocks,
        List<LegLine> legs,
        List<OfferLine> offers,
        List<ConversationMessage> conversation,
        List<Note> notes,
        List<ContactLine> sameMatter,
        PinnedVersion version,
        List<ChecklistItem> steps,
        List<ChecklistItem> missing,
        List<BrokenPrecedence> broken,
        List<TimelineEntry> timeline) {

    /** The same without the events of some codes, for a reader who may not know of them. */
    FolioCard without(Set<String> codes) {
        return new FolioCard(
                contact,
                masked,
                citizen,
                clocks,
                legs,
                offers,
                conversation,
                notes,
                sameMatter,
                version,
                steps,
                missing,
                broken,
                timeline.stream().filter(entry -> !codes.contains(entry.code())).toList());
    }

    /** Who wrote or called; each null when unknown, erased or masked. */
    public record Citizen(String name, String email, String phone) {}

    /**
     * When what happened, and the two times that are judged.
     *
     * @param received when the gateway accepted it
     * @param queued first entry into the queue
     * @param offered the last offer
     * @param connected the advisor's first connection: indicator 3 starts here (DOMAIN §3)
     * @param delivered the answer: indicator 3 stops here
     * @param waited in the queue, without pauses
     * @param answer indicator 3, or null while there is no answer
     * @param answerExcluded early exits and referrals do not count in indicator 3
     */
    public record Clocks(
            Instant received,
            Instant queued,
            Instant offered,
            Instant connected,
            Instant consulted,
            Instant delivered,
            Instant closed,
            Duration waited,
            int targetSeconds,
            Duration answer,
            boolean answerExcluded) {

        /** Upper limit of indicator 3: "0 to 2 minutes". */
        public static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

        public boolean answerInTime() {
            return answer != null && answer.compareTo(ANSWER_LIMIT) <= 0;
        }

        public boolean waitInTarget() {
            return waited.compareTo(Duration.ofSeconds(targetSeconds)) <= 0;
        }
    }

    /** A stretch of the contact with one advisor; a return to the queue or a transfer begins another. */
    public record LegLine(
            int number,
            String advisor,
            String advisorName,
            int points,
            Instant connectedAt,
            Instant endedAt,
            String endReason) {}

    /** An offer and how it ended; outcome is null while it rings. */
    public record OfferLine(
            int number,
            String advisor,
            String advisorName,
            Instant madeAt,
            Instant endedAt,
            String outcome,
            String reason) {}

    /** An internal note; its text is null when masked or erased. */
    public record Note(String staff, String staffName, String text, Instant at) {}
}
