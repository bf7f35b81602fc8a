package mx.gob.edomex.catgem.manual;

/** The life of a version, in its order; ABANDONED is given up before it was ever in force. */
public enum VersionState {
    DRAFT,
    IN_REVIEW,
    AUTHORISED,
    IN_FORCE,
    OBSOLETE,
    ABANDONED;

    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW || this == AUTHORISED;
    }
}
