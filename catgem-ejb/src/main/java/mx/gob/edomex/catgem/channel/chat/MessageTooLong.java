package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** The text is longer than {@link ChatPolicy#MAX_TEXT}. */
public class MessageTooLong extends Violation {
    public MessageTooLong() {
        super("the message is too long");
    }
}
