package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The advisor accepted the contact, but their telephone could not be had; the citizen still waits.
 *
 * @param reason a code, for the ledger
 */
public record AdvisorNotReached(ContactId contact, String advisor, String reason) {}
