package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** A program has no conversation with the citizen to hand over: without a mail address no answer would arrive. */
public class AnswerNeedsAnAddress extends Violation {
    public AnswerNeedsAnAddress() {
        super("the answer needs the citizen's mail address");
    }
}
