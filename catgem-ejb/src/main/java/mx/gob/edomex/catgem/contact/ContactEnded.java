package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.ContactId;

/** A contact reached a terminal state, whichever it is; fired in the ending transaction. */
public record ContactEnded(ContactId contact) {}
