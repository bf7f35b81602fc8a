package mx.gob.edomex.catgem.channel.chat;

/** Who ended a chat; SYSTEM when the citizen was not heard of any more. */
public enum EndedBy {
    CITIZEN,
    CENTRE,
    SYSTEM
}
