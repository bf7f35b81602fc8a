package mx.gob.edomex.catgem.contact;

/** What came of an attempt to phone a citizen back. */
public enum CallResult {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    WRONG_NUMBER,
    /** The citizen picked up and asks for another time. */
    ANOTHER_TIME
}
