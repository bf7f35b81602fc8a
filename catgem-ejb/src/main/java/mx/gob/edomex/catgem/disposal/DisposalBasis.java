package mx.gob.edomex.catgem.disposal;

/** On which ground a person's data are destroyed. */
public enum DisposalBasis {
    /** The person asked for it (cancellation, one of the ARCO rights). */
    ARCO_CANCELLATION,
    CONSENT_REVOKED,
    /** The catalogue's term for the series is over. */
    TERM_OVER,
    /** An authority ordered it. */
    AUTHORITY_ORDER
}
