package mx.gob.edomex.catgem.channel.phone.flow;

/** How a call left the menu. */
public enum FlowEnd {
    QUEUED,
    /** In the line, before all others. */
    EMERGENCY,
    /** To be phoned back. */
    CALLBACK,
    /** By a farewell of the menu. */
    ENDED,
    /** The citizen hung up. */
    LEFT
}
