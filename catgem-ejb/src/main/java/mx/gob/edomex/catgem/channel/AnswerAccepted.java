package mx.gob.edomex.catgem.channel;

import java.time.Instant;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The first answer of a person to this contact was accepted by the mail server, or the citizen's call was connected with
 * them; fired in the transaction that notes it.
 * From then on the citizen's question counts as answered.
 */
public record AnswerAccepted(ContactId contact, Instant at) {}
