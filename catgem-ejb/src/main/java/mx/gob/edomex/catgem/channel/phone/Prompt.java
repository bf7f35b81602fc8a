package mx.gob.edomex.catgem.channel.phone;

/**
 * What the exchange says by itself. Placeholders out of Asterisk's own prompts until the centre has recorded its own; the
 * greeting is no privacy notice yet, so none is recorded as presented.
 */
enum Prompt {
    GREETING("queue-thankyou"),
    CLOSED("ss-noservice"),
    FULL("tt-allbusy");

    private final String sound;

    Prompt(String sound) {
        this.sound = sound;
    }

    /** As ARI names it. */
    String media() {
        return "sound:" + sound;
    }
}
