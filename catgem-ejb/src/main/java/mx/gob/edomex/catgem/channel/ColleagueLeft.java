package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** The colleague is out of the contact again, and it stays where it is. */
public record ColleagueLeft(ContactId contact, String colleague) {}
