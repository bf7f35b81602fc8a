package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The arrival names an entry point or a topic that the centre does not have, or one of another channel. */
public class EntryPointUnknown extends Violation {
    public EntryPointUnknown(String entryPoint, String topic) {
        super("no entry point " + entryPoint + (topic == null ? "" : " with topic " + topic));
    }
}
