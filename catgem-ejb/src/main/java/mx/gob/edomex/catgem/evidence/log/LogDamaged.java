package mx.gob.edomex.catgem.evidence.log;

import jakarta.ejb.ApplicationException;

/** The stored log contradicts itself or what was seen of it before; nothing more may be signed. The place is a code. */
@ApplicationException(rollback = true)
public final class LogDamaged extends RuntimeException {

    private final String place;

    /** @param place as {@code leaf:17}, {@code checkpoint:300} */
    LogDamaged(String place) {
        super("the log is damaged at " + place);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
