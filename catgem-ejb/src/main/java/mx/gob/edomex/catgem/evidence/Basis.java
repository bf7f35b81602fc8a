package mx.gob.edomex.catgem.evidence;

/** How a step is known; shown apart in every conformity figure. */
public enum Basis {
    /** The system saw it. */
    MEASURED,
    /** Somebody ticked it. */
    DECLARED
}
