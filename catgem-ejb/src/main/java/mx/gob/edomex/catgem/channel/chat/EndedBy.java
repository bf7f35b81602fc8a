package mx.gob.edomex.catgem.channel.chat;

/** Who or what ended a chat; SYSTEM when the citizen was not heard of any more. */
public enum EndedBy {
    CITIZEN,
    CENTRE,
    SYSTEM,
    /** The citizen asked to be phoned instead. */
    CALLBACK,
    /** The line was over its limit. */
    OVERFLOW
}
