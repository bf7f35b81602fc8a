package mx.gob.edomex.catgem.channel;

import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;

/** A message was added to a conversation; fired inside the transaction that adds it. */
public record MessageAppended(ContactId contact, UUID message, int seq, Author author, String staff, Instant at) {}
