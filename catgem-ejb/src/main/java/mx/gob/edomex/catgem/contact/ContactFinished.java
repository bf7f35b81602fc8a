package mx.gob.edomex.catgem.contact;

import java.time.Instant;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The conversation with the citizen is over, and has still to be classified; fired in its transaction, before the channel
 * lets the citizen go.
 *
 * @param advisor who attended it
 * @param reason why it is over, as a code
 */
public record ContactFinished(ContactId contact, Channel channel, String advisor, String reason, Instant at) {}
