package mx.gob.edomex.catgem.correction;

/** What a finding comes from. */
public enum FindingKind {
    DEVIATION,
    /** A citizen complained about the centre itself. */
    COMPLAINT,
    /** A citizen was dissatisfied. */
    SURVEY,
    /** An internal audit found it in a folio of its sample. */
    AUDIT
}
