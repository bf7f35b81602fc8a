package mx.gob.edomex.catgem.channel.mail;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Violation;

/** The person of the contact has no mail address to answer to. */
public class NoReplyAddress extends Violation {
    public NoReplyAddress(ContactId contact) {
        super("no mail address for contact " + contact);
    }
}
