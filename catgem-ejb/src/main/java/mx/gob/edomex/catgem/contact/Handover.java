package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * A contact handed over, as who goes on with it sees it.
 *
 * @param fromName who handed it over
 * @param at when
 * @param firstQueuedAt its age counts from here, and is never lost
 * @param note what the colleague wrote for the next one, or null
 * @param draft the answer as far as it was written, or null
 */
public record Handover(
        ContactId contact,
        String folio,
        Channel channel,
        String topic,
        String fromName,
        Instant at,
        Instant firstQueuedAt,
        String note,
        String draft) {}
