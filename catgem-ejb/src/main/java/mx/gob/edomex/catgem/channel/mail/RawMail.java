package mx.gob.edomex.catgem.channel.mail;

import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * A mail as the mail server handed it over.
 *
 * @param receivedAt the server's internal date
 * @param trouble why the bytes are not all there, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
public record RawMail(
        String mailbox, long uidValidity, long uid, byte[] bytes, Instant receivedAt, QuarantineReason trouble) {

    /** The same mail gives the same contact however often it is fetched. */
    ContactId contact() {
        return contact(mailbox, uidValidity, uid);
    }

    static ContactId contact(String mailbox, long uidValidity, long uid) {
        return ContactId.named(mailbox, Long.toString(uidValidity), Long.toString(uid));
    }

    UUID id() {
        return contact().value();
    }
}
