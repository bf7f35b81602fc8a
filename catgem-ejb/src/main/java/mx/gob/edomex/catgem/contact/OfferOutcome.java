package mx.gob.edomex.catgem.contact;

/** How an offer ended; distinct in every report. */
public enum OfferOutcome {
    ACCEPTED,
    REJECTED,
    MISSED,
    WITHDRAWN,
    ABANDONED_WHILE_ALERTING
}
