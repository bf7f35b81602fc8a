package mx.gob.edomex.catgem.knowledge;

/** How far an update has come. */
public enum UpdateState {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    ABANDONED
}
