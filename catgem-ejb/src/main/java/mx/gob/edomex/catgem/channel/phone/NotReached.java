package mx.gob.edomex.catgem.channel.phone;

/** Why an advisor who had accepted could not be connected; a code of the ledger. */
enum NotReached {
    PHONE_BUSY,
    PHONE_NO_ANSWER,
    PHONE_UNREACHABLE;

    /** @param cause of ITU-T Q.850, as the exchange gives it; null when it was not heard */
    static NotReached of(Integer cause) {
        if (cause == null) {
            return PHONE_UNREACHABLE;
        }
        return switch (cause) {
            case 17 -> PHONE_BUSY;
            // Nobody is there, nobody answers, refused, or the exchange rang long enough and gave up.
            case 0, 16, 18, 19, 21 -> PHONE_NO_ANSWER;
            default -> PHONE_UNREACHABLE;
        };
    }
}
