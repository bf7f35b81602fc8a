package mx.gob.edomex.catgem.channel.phone;

/** Why a leg has no recording. */
public enum RecordingReason {
    /** The advisor's telephone was never picked up. */
    NOT_CONNECTED,
    /** The citizen refused to be recorded. */
    REFUSED,
    /** No privacy notice had been presented: nobody is recorded unawares. */
    NO_NOTICE,
    /** The exchange could not record. */
    NOT_STARTED,
    /** They had stopped talking before it could begin. */
    CALL_OVER,
    /** It was begun, and the exchange has it no more. */
    LOST_AT_EXCHANGE,
    /** The exchange has it and does not give it; it is asked on. */
    NOT_FETCHED,
    /** The citizen's data were erased before it was fetched. */
    ERASED,
    /** Spoken on a telephone that the exchange knows nothing of. */
    OUTSIDE_EXCHANGE
}
