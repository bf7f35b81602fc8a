package mx.gob.edomex.catgem.contact;

/** Why an auditor needs the personal data of a contact; recorded with the look. */
public enum UnmaskReason {
    /** The contact was drawn in an audit sample. */
    AUDIT_SAMPLE,
    COMPLAINT,
    FINDING,
    /** An authority ordered it. */
    LEGAL_ORDER
}
