package mx.gob.edomex.catgem.web.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.contact.CallCards.CallCard;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.DeskCards.ContactCard;
import mx.gob.edomex.catgem.contact.DeskCards.OfferCard;
import mx.gob.edomex.catgem.contact.DeskCards.OpenContact;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.ChecklistItem;
import mx.gob.edomex.catgem.evidence.StepState;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.workforce.AdvisorStanding;
import mx.gob.edomex.catgem.workforce.Presence;

/** An advisor's desk: the advisor's own state, live offers and contacts in hand. */
@JsonbPropertyOrder({"at", "state", "offers", "contacts"})
public record DeskDocument(Instant at, State state, List<Offer> offers, List<Contact> contacts) {

    /**
     * @param nextPresence chosen during a contact, applied when the last one ends
     * @param points capacity in use, 0 to 100
     */
    @JsonbPropertyOrder({"presence", "reason", "since", "nextPresence", "nextReason", "points"})
    public record State(
            Presence presence, String reason, Instant since, Presence nextPresence, String nextReason, int points) {

        static State of(AdvisorStanding standing) {
            return new State(
                    standing.presence(),
                    standing.reason(),
                    standing.since(),
                    standing.nextPresence(),
                    standing.nextReason(),
                    standing.points());
        }
    }

    /**
     * @param waitingSince the contact's age; an offer not answered by expiresAt is missed
     * @param warm whether a colleague asks the caller into a contact that stays the colleague's
     */
    @JsonbPropertyOrder({
        "id",
        "channel",
        "language",
        "entryPoint",
        "topic",
        "waitingSince",
        "madeAt",
        "expiresAt",
        "warm"
    })
    public record Offer(
            String id,
            Channel channel,
            Language language,
            String entryPoint,
            String topic,
            Instant waitingSince,
            Instant madeAt,
            Instant expiresAt,
            boolean warm) {

        static Offer of(OfferCard card) {
            return new Offer(
                    card.offer().toString(),
                    card.channel(),
                    card.language(),
                    card.entryPoint(),
                    card.topic(),
                    card.waitingSince(),
                    card.madeAt(),
                    card.expiresAt(),
                    card.warm());
        }
    }

    /**
     * @param unread messages of the citizen not yet seen
     * @param interruptedSince since when a mail makes room for a call or a chat; nothing can be said in it meanwhile
     * @param afterCallWorkUntil when an unclassified contact closes by itself
     */
    @JsonbPropertyOrder({
        "folio",
        "id",
        "channel",
        "language",
        "state",
        "topic",
        "unread",
        "waitingSince",
        "connectedAt",
        "deliveredAt",
        "lastCitizenAt",
        "awaitingSince",
        "interruptedSince",
        "afterCallWorkUntil"
    })
    public record Contact(
            String folio,
            String id,
            Channel channel,
            Language language,
            ContactState state,
            String topic,
            int unread,
            Instant waitingSince,
            Instant connectedAt,
            Instant deliveredAt,
            Instant lastCitizenAt,
            Instant awaitingSince,
            Instant interruptedSince,
            Instant afterCallWorkUntil) {

        static Contact of(ContactCard card) {
            return new Contact(
                    card.folio(),
                    card.contact().toString(),
                    card.channel(),
                    card.language(),
                    card.state(),
                    card.topicCode(),
                    card.unread(),
                    card.waitingSince(),
                    card.connectedAt(),
                    card.deliveredAt(),
                    card.lastCitizenAt(),
                    card.awaitingSince(),
                    card.interruptedSince(),
                    card.acwUntil());
        }
    }

    /**
     * Whom a callback is for.
     *
     * @param toCall false once the citizen has picked up
     * @param number to dial, absent when it was erased; {@code from} and {@code to} when they want to be phoned
     * @param attempts made so far, of {@code most}
     */
    @JsonbPropertyOrder({"toCall", "number", "from", "to", "zone", "attempts", "most"})
    public record Call(boolean toCall, String number, Instant from, Instant to, String zone, int attempts, int most) {

        static Call of(CallCard card) {
            return new Call(
                    card.toCall(),
                    card.number().isEmpty() ? null : card.number(),
                    card.window().from(),
                    card.window().to(),
                    card.window().zone().getId(),
                    card.attempts().size(),
                    card.most());
        }
    }

    /** A contact in the caller's hands, with what was said: who has it reads it, nobody else by this interface. */
    @JsonbPropertyOrder({"contact", "messages", "steps"})
    public record Open(Contact contact, List<Message> messages, List<Step> steps) {

        static Open of(OpenContact open, List<ChecklistItem> steps) {
            return new Open(
                    Contact.of(open.card()),
                    open.messages().stream().map(Message::of).toList(),
                    steps.stream().map(Step::of).toList());
        }
    }

    /** @param text absent when the message was covered as sensitive or erased */
    @JsonbPropertyOrder({"seq", "author", "text", "at"})
    public record Message(int seq, Author author, String text, Instant at) {

        static Message of(ConversationMessage message) {
            return new Message(message.seq(), message.author(), message.text(), message.at());
        }
    }

    /** @param declarable whether the advisor may declare it */
    @JsonbPropertyOrder({"code", "act", "name", "mandatory", "state", "basis", "at", "declarable"})
    public record Step(
            String code,
            String act,
            String name,
            boolean mandatory,
            StepState state,
            Basis basis,
            Instant at,
            boolean declarable) {

        static Step of(ChecklistItem item) {
            return new Step(
                    item.code(),
                    item.act().name(),
                    item.name(),
                    item.mandatory(),
                    item.state(),
                    item.basis(),
                    item.at(),
                    item.declarable());
        }
    }
}
