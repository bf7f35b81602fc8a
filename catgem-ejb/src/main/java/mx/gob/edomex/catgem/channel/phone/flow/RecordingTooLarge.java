package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.shared.Violation;

/** A recording has at most eight megabytes. */
public class RecordingTooLarge extends Violation {
    public RecordingTooLarge() {
        super("the file is too large");
    }
}
