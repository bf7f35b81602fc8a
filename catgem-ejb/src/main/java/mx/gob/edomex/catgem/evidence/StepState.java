package mx.gob.edomex.catgem.evidence;

/** How a step stands in one contact. */
public enum StepState {
    DONE,
    /** Not done yet; in an ended contact: missing. */
    PENDING,
    /** Left out, with a reason on record. */
    SKIPPED,
    /** The way this contact ended does not owe it. */
    NOT_APPLICABLE
}
