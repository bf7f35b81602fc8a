package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Violation;

/** The citizen's time zone is none of the world's. */
public class TimeZoneUnknown extends Violation {
    public TimeZoneUnknown() {
        super("time zone is unknown");
    }
}
