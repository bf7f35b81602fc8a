package mx.gob.edomex.catgem.workforce;

/** Presence of an advisor; offered, on contact and after-call work belong to each leg and are derived. */
public enum Presence {
    OFFLINE,
    AVAILABLE,
    AUXILIARY,
    NOT_RESPONDING,
    /** The desk's connection was lost a moment ago; its contacts return to the queue when it does not come back. */
    GRACE
}
