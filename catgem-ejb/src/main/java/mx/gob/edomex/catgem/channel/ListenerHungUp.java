package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/** Who listened to a call has put down the receiver, or was never reached. */
public record ListenerHungUp(ContactId contact, String listener) {}
