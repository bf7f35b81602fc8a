package mx.gob.edomex.catgem.channel;

import java.time.Instant;
import java.util.Objects;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * What a gateway hands over. Null language, topic and priority take the entry point's; a null matter opens a new one.
 *
 * @param contact made by the gateway, name-based, so that a retry is the same contact
 * @param title what the contact is about in the citizen's words (mail subject), or null; stored sealed
 * @param externalId the gateway's own reference (Message-ID, client's id), or null
 * @param receivedAt when the contact's wait begins
 * @param noticeVersion the privacy notice already presented by the channel, or null
 */
public record NewArrival(
        ContactId contact,
        Channel channel,
        String entryPoint,
        Language language,
        String topic,
        Priority priority,
        SubjectId subject,
        MatterId matter,
        String title,
        String externalId,
        Instant receivedAt,
        String noticeVersion) {

    public NewArrival {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(entryPoint, "entry point");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(receivedAt, "received at");
    }
}
