package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.shared.Violation;

/** No file was chosen, or it is empty. */
public class RecordingMissing extends Violation {
    public RecordingMissing() {
        super("there is no file, or it is empty");
    }
}
