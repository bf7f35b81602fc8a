package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** A colleague who was asked into a contact has come: where people speak, all hear each other. */
public record ColleagueJoined(ContactId contact, String colleague) {}
