package mx.gob.edomex.catgem.quality;

/** The deviations that are decided by the ledger, the pinned procedure version and the centre's limits alone. */
public enum DeviationCode {
    /** A mandatory step is missing. */
    D1,
    /** A declared precedence was broken. */
    D2,
    /** A step was done in a role that may not do it, or by somebody without the training that its version demands. */
    D3,
    /** A step came after its time limit. */
    D4,
    /** Work went on under an obsolete version after the days of grace. */
    D5,
    /** A step was repeated beyond its limit. */
    D6,
    /** A step was entered long after it was done, or many were ticked off at the end. */
    D7,
    /** A step was done and what proves it is missing. */
    D8,
    /** Closed without its terminal step. */
    D9,
    /** The step counter has a gap. */
    D10
}
