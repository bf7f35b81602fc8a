package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The line is over its limit; a callback or a mail is taken. */
public class QueueFull extends Violation {
    public QueueFull() {
        super("the line is over its limit");
    }
}
