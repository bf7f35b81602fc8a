package mx.gob.edomex.catgem.channel.phone;

/** Who ended a call. */
enum CallEnd {
    CITIZEN,
    ADVISOR,
    CENTRE,
    /** It was over when the exchange could be heard again. */
    UNKNOWN
}
