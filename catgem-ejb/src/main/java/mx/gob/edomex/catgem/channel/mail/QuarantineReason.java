package mx.gob.edomex.catgem.channel.mail;

/** Why a mail did not become a contact by itself; screens show {@code quarantine.<reason>}. */
public enum QuarantineReason {
    /** No byte of it arrived. */
    EMPTY,
    /** No header names a sender whom one could answer. */
    NO_SENDER,
    /** Larger than the centre keeps; the whole mail stays on the mail server. */
    TOO_LARGE,
    /** Parts within parts beyond the limit: built to exhaust its reader. */
    TOO_DEEP,
    /** More parts than the limit. */
    TOO_MANY_PARTS,
    /** The mail server could not hand it over. */
    UNREADABLE_ON_SERVER,
    /** It comes from the centre's own address: a loop or a forgery. */
    OWN_ADDRESS,
    /** A delivery report about a mail that this centre did not send. */
    UNKNOWN_BOUNCE,
    /** Reading it failed in a way nobody foresaw. */
    UNREADABLE
}
