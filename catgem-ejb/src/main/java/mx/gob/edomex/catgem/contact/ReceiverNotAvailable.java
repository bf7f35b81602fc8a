package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** The colleague chosen is no longer available, has no room, or does not attend such contacts. */
public class ReceiverNotAvailable extends Violation {
    public ReceiverNotAvailable(String username) {
        super(username + " cannot take the contact now");
    }
}
