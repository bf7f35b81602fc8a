package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.shared.Violation;

/** A recording lasts from half a second to a minute. */
public class RecordingLengthNotValid extends Violation {
    public RecordingLengthNotValid() {
        super("the recording is too short or too long");
    }
}
