package mx.gob.edomex.catgem.contact;

/** Why somebody needs to hear a call; recorded with the playback. */
public enum PlaybackReason {
    /** Scoring or coaching by who coordinates. */
    QUALITY,
    /** The contact was drawn in an audit sample. */
    AUDIT_SAMPLE,
    COMPLAINT,
    FINDING,
    /** An authority ordered it. */
    LEGAL_ORDER
}
