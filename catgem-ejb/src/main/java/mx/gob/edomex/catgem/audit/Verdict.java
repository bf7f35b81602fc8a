package mx.gob.edomex.catgem.audit;

/** What an auditor says of a folio, the gravest last. */
public enum Verdict {
    CONFORMS,
    /** Worth a word, and nothing that is against the procedure. */
    OBSERVATION,
    /** Against the procedure: goes to triage with the report. */
    FINDING
}
