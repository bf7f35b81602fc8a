package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Violation;

/** A message needs something to read. */
public class MessageEmpty extends Violation {
    public MessageEmpty() {
        super("the message is empty");
    }
}
