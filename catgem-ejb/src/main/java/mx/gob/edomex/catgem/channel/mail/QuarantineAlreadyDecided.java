package mx.gob.edomex.catgem.channel.mail;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody else opened or dismissed the mail a moment before, or there is no such mail. */
public class QuarantineAlreadyDecided extends Violation {
    public QuarantineAlreadyDecided() {
        super("the mail is no longer held in quarantine");
    }
}
