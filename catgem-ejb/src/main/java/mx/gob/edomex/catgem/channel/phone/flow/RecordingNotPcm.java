package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.shared.Violation;

/** A recording is uncompressed: PCM of 16 bits, one or two channels, 8 to 48 kHz. */
public class RecordingNotPcm extends Violation {
    public RecordingNotPcm() {
        super("the sound is compressed or of another format");
    }
}
