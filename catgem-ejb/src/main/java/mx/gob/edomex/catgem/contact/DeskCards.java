package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.OfferId;

/** What the desk shows; read-only, in the words of the reader's language. */
public final class DeskCards {

    private DeskCards() {}

    /**
     * A live offer to the caller.
     *
     * @param waitingSince the contact's age
     * @param warm whether a colleague asks them into a contact that stays the colleague's
     */
    public record OfferCard(
            OfferId offer,
            ContactId contact,
            Channel channel,
            Language language,
            String entryPoint,
            String topic,
            String title,
            Instant waitingSince,
            Instant madeAt,
            Instant expiresAt,
            boolean warm) {}

    /**
     * One of the caller's contacts.
     *
     * @param citizen name, or null while anonymous
     * @param unread citizen's messages not yet seen
     * @param connectedAt start of the 0–2 minute clock; deliveredAt its end, or null
     * @param acwUntil end of after-call work, or null
     * @param awaitingSince since when the citizen has the word, or null
     * @param interruptedSince since when it is interrupted, or null
     * @param interruptedSeconds how long earlier interruptions lasted: no part of the 0–2 minutes
     * @param outbound whether the centre began it: nobody waited, and no 0–2 minutes run
     */
    public record ContactCard(
            ContactId contact,
            String folio,
            Channel channel,
            Language language,
            ContactState state,
            String topicCode,
            String topic,
            String title,
            String citizen,
            int unread,
            Instant waitingSince,
            Instant connectedAt,
            Instant deliveredAt,
            Instant acwUntil,
            Instant lastCitizenAt,
            Instant awaitingSince,
            Instant interruptedSince,
            int interruptedSeconds,
            boolean outbound) {

        /** From when the 0–2 minutes would have run without interruptions. */
        public Instant clockSince() {
            return connectedAt.plusSeconds(interruptedSeconds);
        }
    }

    /** A contact opened on the desk. */
    public record OpenContact(
            ContactCard card,
            String entryPoint,
            CitizenCard citizen,
            MatterId matter,
            boolean linkUndoable,
            List<ConversationMessage> messages,
            List<Note> notes,
            List<HistoryLine> history,
            List<MatterLine> proposals,
            String draft,
            List<ConversationMessage.AttachmentLine> draftedFiles,
            boolean consulted,
            int abuseWarnings) {}

    /** What is known of the citizen; null where nothing is. */
    public record CitizenCard(String name, String email, String phone) {}

    /** An internal note. */
    public record Note(String author, String text, Instant at) {}

    /** An earlier contact of the same citizen or matter. */
    public record HistoryLine(
            ContactId contact,
            String folio,
            Channel channel,
            ContactState state,
            String topic,
            String title,
            Instant at,
            boolean sameMatter) {}

    /** An open matter of the same citizen that the contact could be linked to. */
    public record MatterLine(
            MatterId matter, String topic, String title, String lastFolio, Instant lastAt, int contacts) {}

    /** A code with its name in the reader's language. */
    public record Choice(String code, String name) {}

    /** A template's text with the advisor's name filled in. */
    public record TemplateText(String code, String name, String text) {}

    /**
     * The caller's own day, local time.
     *
     * @param averageAnswerSeconds connect to delivery without interruptions, or null without a delivery
     */
    public record OwnFigures(int attended, int answeredInTwoMinutes, int delivered, Integer averageAnswerSeconds) {}
}
