package mx.gob.edomex.catgem.channel;

/** The ways a citizen reaches the centre. */
public enum Channel {
    PHONE("AVT"),
    CHAT("AVC"),
    EMAIL("AVE"),
    SOCIAL("AVC");

    private final String procedure;

    Channel(String procedure) {
        this.procedure = procedure;
    }

    /** Code of the procedure of attention followed on this channel (DOMAIN §6). */
    public String procedure() {
        return procedure;
    }
}
