package mx.gob.edomex.catgem.quality;

/** The deviations that are decided by the ledger and the pinned procedure version alone. */
public enum DeviationCode {
    /** A mandatory step is missing. */
    D1,
    /** A declared precedence was broken. */
    D2,
    /** A step came after its time limit. */
    D4,
    /** Closed without its terminal step. */
    D9,
    /** The step counter has a gap. */
    D10
}
