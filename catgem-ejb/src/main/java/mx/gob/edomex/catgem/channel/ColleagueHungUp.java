package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** The colleague has put down the receiver, or was never reached. */
public record ColleagueHungUp(ContactId contact, String colleague) {}
