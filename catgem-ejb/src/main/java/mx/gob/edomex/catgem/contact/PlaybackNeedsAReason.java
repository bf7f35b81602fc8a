package mx.gob.edomex.catgem.contact;

import mx.gob.edomex.catgem.shared.Violation;

/** Who hears what a citizen said says why, and the reason goes on record. */
public class PlaybackNeedsAReason extends Violation {
    PlaybackNeedsAReason() {
        super("a recording is heard for a reason only");
    }
}
