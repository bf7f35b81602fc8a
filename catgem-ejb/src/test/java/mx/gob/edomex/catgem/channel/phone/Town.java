package mx.gob.edomex.catgem.channel.phone;

import java.util.Set;

/** The world around the exchange, as a test plays it: citizens with telephones, and telephones on the advisors' desks. */
interface Town {

    /** What a telephone on a desk does when it rings. */
    enum Desk {
        PICKS_UP,
        BUSY,
        SILENT,
        /** Picks up, and speaks in one tone. */
        SPEAKS,
        /** The same, as softly as a line sounds on which nobody speaks. */
        HUMS,
        /** Picks up, and keeps what is heard. */
        LISTENS
    }

    /** How the exchange is reached. */
    PbxSettings settings();

    /** @return the citizen, to be named in the other calls */
    String phones(String dialled, String callerNumber);

    void hangsUp(String citizen);

    /** Presses a key of the telephone; nothing is heard of it while the call is not answered. */
    void presses(String citizen, String key);

    /** Whether the citizen's receiver is off the hook: false once the call is over for them. */
    boolean isOnTheLine(String citizen);

    void desk(String advisor, Desk how);

    /** The advisor puts down the receiver. */
    void deskHangsUp(String advisor);

    /** Whether a call is up at the advisor's telephone. */
    boolean isTalking(String advisor);

    /** The channels that are in a bridge of the exchange, and so hear each other or its music. */
    Set<String> bridged(String bridge);
}
