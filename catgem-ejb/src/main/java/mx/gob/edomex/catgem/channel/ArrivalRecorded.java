package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** A gateway accepted a contact; the queue's adapter sends its id to intake when the transaction commits. */
public record ArrivalRecorded(ContactId contact) {}
