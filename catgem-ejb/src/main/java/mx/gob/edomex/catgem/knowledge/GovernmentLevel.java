package mx.gob.edomex.catgem.knowledge;

/** The three levels of government (tres ámbitos de gobierno) that an agency may belong to. */
public enum GovernmentLevel {
    FEDERAL,
    STATE,
    MUNICIPAL
}
