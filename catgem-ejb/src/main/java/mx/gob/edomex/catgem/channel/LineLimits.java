package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.Language;

/** Whether a line still takes somebody; kept by the contact domain, asked by gateways before they let anybody in. */
public interface LineLimits {

    /** What whoever would enter now is to expect. */
    enum Verdict {
        OPEN,
        /** They are taken, and offered a callback. */
        CALLBACK_OFFERED,
        /** They would be turned away. */
        FULL
    }

    /** @param topic code, or null for the entry point's own */
    Verdict of(String entryPoint, String topic, Channel channel, Language language);
}
