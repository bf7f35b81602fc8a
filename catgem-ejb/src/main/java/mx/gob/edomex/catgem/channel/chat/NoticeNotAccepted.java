package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** A chat begins only after the privacy notice was shown and accepted. */
public class NoticeNotAccepted extends Violation {
    public NoticeNotAccepted() {
        super("the privacy notice was not accepted");
    }
}
