package mx.gob.edomex.catgem.jms;

/** What a message on {@code fila.evt} is about; its text is the kind, a colon and a key. */
enum Hint {
    /** An advisor may be eligible: user name. */
    READY,
    /** A contact came into a class: the class's key. */
    ARRIVED,
    /** A contact waits again: its id. */
    RETURNED,
    /** An offer has run out: its id. */
    OFFER;

    String about(String key) {
        return name() + ":" + key;
    }

    /** @throws IllegalArgumentException when the text is not a hint */
    static Hint of(String text) {
        return valueOf(text.substring(0, Math.max(0, text.indexOf(':'))));
    }

    static String key(String text) {
        return text.substring(text.indexOf(':') + 1);
    }
}
