package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;

/** A contact waits again, with its age; a durable hint for the matcher, sent when the transaction commits. */
public record ContactReturned(ContactId contact) {}
