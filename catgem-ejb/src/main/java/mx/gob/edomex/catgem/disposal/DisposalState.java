package mx.gob.edomex.catgem.disposal;

/** How far a disposal is. */
public enum DisposalState {
    /** Blocked: the person's contacts are not found by what they wrote, and nothing is destroyed yet. */
    ASKED,
    WITHDRAWN,
    DONE
}
