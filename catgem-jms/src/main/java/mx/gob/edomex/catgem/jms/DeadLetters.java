package mx.gob.edomex.catgem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * Puts aside what nobody can ever read. Delivering it again would help no one and hold up whatever stands behind it, so
 * it goes to the dead letters, which {@link DeadLetterWatch} reports; the consumer then takes it as done.
 */
@ApplicationScoped
public class DeadLetters {

    private static final int KEPT = 500;

    @Inject
    Sender sender;

    /** @throws Sender.BrokerAway when it cannot be put aside now: it must be delivered again */
    void bury(String queue, Message message) {
        sender.sendDurable(Destinations.DEAD, queue + " " + body(message), null);
    }

    private static String body(Message message) {
        try {
            String text = String.valueOf(message.getBody(String.class));
            return text.substring(0, Math.min(text.length(), KEPT));
        } catch (JMSException e) {
            return "(no text)";
        }
    }
}
