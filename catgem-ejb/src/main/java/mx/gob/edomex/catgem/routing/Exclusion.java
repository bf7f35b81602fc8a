package mx.gob.edomex.catgem.routing;

/** Why an advisor with a desk open was not to be asked; of several reasons the first counts. */
public enum Exclusion {
    /** On a break, not responding, lost, or about to leave. */
    AWAY,
    NO_CHANNEL,
    NO_LANGUAGE,
    NO_TOPIC,
    /** Learned once, but the training or the agency's agreement is not valid now. */
    NOT_VALID,
    /** Below the level wanted at this point of the widening. */
    BELOW_LEVEL,
    /** A coordinator, before the widening reaches the reserve. */
    IN_RESERVE,
    /** Declined this contact before. */
    DECLINED,
    /** Another offer is ringing. */
    OFFERED,
    /** The contact's points do not fit. */
    NO_ROOM
}
