package mx.gob.edomex.catgem.contact;

/** How a closed contact ended; all but the first two are authorised early exits with mandatory steps of their own. */
public enum Outcome {
    RESOLVED,
    REFERRED,
    WRONG_NUMBER,
    SILENCE,
    CITIZEN_LEFT,
    PRANK,
    ABUSE,
    EMERGENCY,
    DUPLICATE
}
