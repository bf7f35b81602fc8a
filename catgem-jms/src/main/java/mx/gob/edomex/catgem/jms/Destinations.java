package mx.gob.edomex.catgem.jms;

import mx.gob.edomex.catgem.contact.ServiceClass;

/** Names of the broker's queues and topic; the same on the embedded and on an external broker. */
final class Destinations {

    /** Arrivals from every gateway. */
    static final String INTAKE = "fila.intake";
    /** Hints for the matcher, and its timers as delayed messages. */
    static final String EVENTS = "fila.evt";
    /** What a consumer could not take. */
    static final String DEAD = "fila.dead";
    /** Signals for screens on every node. */
    static final String SIGNALS = "catgem.events";

    private static final String CLASS = "fila.class.";

    private Destinations() {}

    static String of(ServiceClass serviceClass) {
        return CLASS + serviceClass.key();
    }
}
