package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** A text needs topic, agency, review date and, in each language it has, title, summary and body. */
public class TextIncomplete extends Violation {
    public TextIncomplete(UpdateId update) {
        super("update " + update + " lacks a field that every entry needs");
    }
}
