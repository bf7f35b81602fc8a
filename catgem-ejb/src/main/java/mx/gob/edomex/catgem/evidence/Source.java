package mx.gob.edomex.catgem.evidence;

/** Where an act came from. */
public enum Source {
    SCREEN,
    API,
    CHAT,
    MAIL,
    IVR,
    SYSTEM,
    IMPORT
}
