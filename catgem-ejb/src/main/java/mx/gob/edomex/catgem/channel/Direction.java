package mx.gob.edomex.catgem.channel;

/** Who began the contact. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
