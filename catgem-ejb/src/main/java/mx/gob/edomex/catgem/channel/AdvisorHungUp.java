package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** The advisor has put down the receiver: the conversation is over, and the contact is theirs to classify. */
public record AdvisorHungUp(ContactId contact, String advisor) {}
