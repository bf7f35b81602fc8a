package mx.gob.edomex.catgem.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.administration.Broker;
import mx.gob.edomex.catgem.administration.DeadLetter;
import mx.gob.edomex.catgem.contact.ServiceClass;

/** Looks into the queues as any client may, so that an embedded and an external broker show the same. */
@ApplicationScoped
public class JmsBroker implements Broker {

    private static final long PATIENCE_MILLIS = 2_000;
    private static final String ORIGINAL = "_AMQ_ORIG_ADDRESS";
    /** An id, a class or a hint; anything longer or stranger may be somebody's words. */
    private static final String CODE = "[A-Za-z0-9._:|-]{1,80}";

    @Resource(lookup = "java:/jms/CatgemCF")
    ConnectionFactory factory;

    @Inject
    Sender sender;

    @Override
    public Map<String, Integer> depths(List<ServiceClass> classes) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        try (JMSContext context = factory.createContext()) {
            for (String queue : List.of(Destinations.INTAKE, Destinations.EVENTS, Destinations.DEAD)) {
                depths.put(queue, messages(context, queue).size());
            }
            for (ServiceClass one : classes) {
                depths.put(
                        Destinations.of(one),
                        messages(context, Destinations.of(one)).size());
            }
        }
        return depths;
    }

    @Override
    public List<DeadLetter> deadLetters() {
        try (JMSContext context = factory.createContext()) {
            return messages(context, Destinations.DEAD).stream()
                    .map(message -> Letter.of(message).shown())
                    .toList();
        }
    }

    @Override
    public Optional<DeadLetter> sendBack(String id) {
        return take(id, letter -> {
            if (letter.shown().queue().equals(Destinations.SIGNALS)) {
                sender.publish(Destinations.SIGNALS, letter.text());
            } else {
                sender.sendDurable(letter.shown().queue(), letter.text(), null);
            }
        });
    }

    @Override
    public Optional<DeadLetter> discard(String id) {
        return take(id, letter -> {});
    }

    /** What it says goes where it belongs before it is taken from the dead letters: twice rather than never. */
    private Optional<DeadLetter> take(String id, Consumer<Letter> act) {
        if (!id.matches("ID:[A-Za-z0-9-]{1,100}")) {
            return Optional.empty();
        }
        try (JMSContext context = factory.createContext(JMSContext.CLIENT_ACKNOWLEDGE);
                var consumer =
                        context.createConsumer(context.createQueue(Destinations.DEAD), "JMSMessageID = '" + id + "'")) {
            Message message = consumer.receive(PATIENCE_MILLIS);
            if (message == null) {
                return Optional.empty();
            }
            Letter letter = Letter.of(message);
            act.accept(letter);
            context.acknowledge();
            return Optional.of(letter.shown());
        }
    }

    private static List<Message> messages(JMSContext context, String queue) {
        try (QueueBrowser browser = context.createBrowser(context.createQueue(queue))) {
            List<Message> found = new ArrayList<>();
            Enumeration<?> messages = browser.getEnumeration();
            while (found.size() < MOST && messages.hasMoreElements()) {
                found.add((Message) messages.nextElement());
            }
            return found;
        } catch (JMSException e) {
            throw new JMSRuntimeException("the queue cannot be read", e.getErrorCode(), e);
        }
    }

    /** @param text what is to be delivered again */
    private record Letter(DeadLetter shown, String text) {

        /** {@link DeadLetters} puts the queue before the text; the broker says it in a property. */
        static Letter of(Message message) {
            try {
                String body = message.isBodyAssignableTo(String.class) ? message.getBody(String.class) : null;
                String text = body == null ? "" : body;
                String queue = message.getStringProperty(ORIGINAL);
                if (queue == null) {
                    int space = text.indexOf(' ');
                    queue = text.substring(0, Math.max(0, space));
                    text = text.substring(space + 1);
                }
                Instant at = Instant.ofEpochMilli(message.getJMSTimestamp());
                String subject = text.matches(CODE) ? text : null;
                return new Letter(new DeadLetter(message.getJMSMessageID(), queue, subject, text.length(), at), text);
            } catch (JMSException e) {
                throw new JMSRuntimeException("a dead letter cannot be read", e.getErrorCode(), e);
            }
        }
    }
}
