package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** The citizen ended the contact on the channel; fired inside the gateway's transaction, observed by the contact. */
public record CitizenLeft(ContactId contact) {}
