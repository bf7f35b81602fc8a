package mx.gob.edomex.catgem.evidence;

/** What a step event says of its step; most steps have only an END. */
public enum StepKind {
    START,
    END,
    SKIPPED,
    EXCEPTION,
    CORRECTION
}
