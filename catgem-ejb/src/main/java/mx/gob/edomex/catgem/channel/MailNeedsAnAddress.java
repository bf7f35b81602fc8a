package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A contact by e-mail without the citizen's address could never be answered. */
public class MailNeedsAnAddress extends Violation {
    public MailNeedsAnAddress() {
        super("a contact by e-mail needs the citizen's address");
    }
}
