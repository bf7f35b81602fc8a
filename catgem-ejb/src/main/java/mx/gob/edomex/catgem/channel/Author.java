package mx.gob.edomex.catgem.channel;

/** Who wrote a message of a conversation. */
public enum Author {
    CITIZEN,
    ADVISOR,
    SYSTEM
}
