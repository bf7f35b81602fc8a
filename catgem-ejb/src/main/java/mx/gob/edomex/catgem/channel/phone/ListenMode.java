package mx.gob.edomex.catgem.channel.phone;

/** What somebody who listens to a call can do in it. */
public enum ListenMode {
    /** Hears everybody and is heard by nobody. */
    HEAR,
    /** As {@link #HEAR}, and the advisor alone hears them. */
    WHISPER,
    /** Is one of those who talk. */
    SPEAK
}
