package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** The citizen of a contact that waits wants to be phoned instead; the wish is stored in the same transaction. */
public record CallbackAsked(ContactId contact) {}
