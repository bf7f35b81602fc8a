package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The call of this contact is gone, and nobody saw it end.
 *
 * @param cause a code, for the ledger
 */
public record CallLost(ContactId contact, String cause) {}
