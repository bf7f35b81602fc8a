package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** The topic is not in the catalogue, or no longer. */
public class TopicUnknown extends Violation {
    TopicUnknown(String code) {
        super("no topic " + code);
    }
}
