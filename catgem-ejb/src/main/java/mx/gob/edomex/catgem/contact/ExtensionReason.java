package mx.gob.edomex.catgem.contact;

/** Why after-call work takes longer than the channel grants. */
public enum ExtensionReason {
    LONG_NOTES,
    COORDINATION,
    SYSTEM_SLOW,
    HARD_CONTACT
}
