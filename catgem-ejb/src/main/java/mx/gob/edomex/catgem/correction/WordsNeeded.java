package mx.gob.edomex.catgem.correction;

import mx.gob.edomex.catgem.shared.Violation;

/** A reason, grounds, evidence or a description is missing, and without it the act says nothing. */
public class WordsNeeded extends Violation {
    public WordsNeeded() {
        super("words are needed");
    }
}
