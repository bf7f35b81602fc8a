package mx.gob.edomex.catgem.web.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;
import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ContactLine;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;

/**
 * A contact as listed: codes, ids and times. What a citizen said or is never leaves by this interface, whoever asks.
 *
 * @param openedAt when intake opened it: the order of lists, and what since and until compare with
 * @param advisor user name of who has it or had it last
 * @param waitedSeconds time in the queue until the advisor connected, the end, or now; without pauses
 */
@JsonbPropertyOrder({
    "folio",
    "id",
    "self",
    "channel",
    "entryPoint",
    "language",
    "topic",
    "priority",
    "state",
    "outcome",
    "disposition",
    "advisor",
    "matter",
    "openedAt",
    "queuedAt",
    "connectedAt",
    "deliveredAt",
    "closedAt",
    "waitedSeconds",
    "targetSeconds"
})
public record ContactSummary(
        String folio,
        String id,
        URI self,
        Channel channel,
        String entryPoint,
        Language language,
        String topic,
        Priority priority,
        String state,
        String outcome,
        String disposition,
        String advisor,
        String matter,
        Instant openedAt,
        Instant queuedAt,
        Instant connectedAt,
        Instant deliveredAt,
        Instant closedAt,
        long waitedSeconds,
        int targetSeconds) {

    static ContactSummary of(ContactLine line, References references, Instant now) {
        return new ContactSummary(
                line.folio(),
                line.id().toString(),
                references.contact(new Folio(line.folio())),
                line.channel(),
                line.entryPoint(),
                line.language(),
                line.topic(),
                line.priority(),
                line.state(),
                line.outcome(),
                line.disposition(),
                line.advisor(),
                line.matter().toString(),
                line.createdAt(),
                line.firstQueuedAt(),
                line.connectedAt(),
                line.deliveredAt(),
                line.closedAt(),
                line.waited(now).toSeconds(),
                line.targetSeconds());
    }
}
