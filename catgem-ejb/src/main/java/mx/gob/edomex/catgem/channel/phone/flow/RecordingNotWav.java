package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.shared.Violation;

/** A recording is a whole file of type WAV. */
public class RecordingNotWav extends Violation {
    public RecordingNotWav() {
        super("the file is no WAV, or not whole");
    }
}
