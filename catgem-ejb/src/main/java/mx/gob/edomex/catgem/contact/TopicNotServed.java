package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** No other advisor has the skills for such contacts under the topic: the contact would wait for nobody. */
public class TopicNotServed extends Violation {
    public TopicNotServed(String topic) {
        super("nobody serves " + topic);
    }
}
