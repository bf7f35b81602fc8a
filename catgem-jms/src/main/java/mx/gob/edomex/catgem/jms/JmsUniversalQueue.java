package mx.gob.edomex.catgem.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageFormatException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.UniversalQueue;

/**
 * The universal queue on the broker, one queue a class. Heads are received and held un-acknowledged, each to be
 * acknowledged by itself; closing gives all that is held back, in its old place. For one thread.
 */
final class JmsUniversalQueue implements UniversalQueue, AutoCloseable {

    /** Artemis: each message is acknowledged by itself. */
    private static final int INDIVIDUAL_ACKNOWLEDGE = 101;

    /** How often in a row, and how far apart, a browser must say that there is no more: half a second in all. */
    private static final int ENDS = 2_500;

    private static final long END_NANOS = 200_000;

    private final Connection connection;
    private final Session session;
    private final Tokens tokens;
    private final BiConsumer<String, Message> unreadable;
    private final Map<ServiceClass, Line> lines = new HashMap<>();

    /** @param unreadable takes a message that is no token, with the name of its queue, before it is acknowledged */
    JmsUniversalQueue(ConnectionFactory factory, Tokens tokens, BiConsumer<String, Message> unreadable)
            throws JMSException {
        this.tokens = tokens;
        this.unreadable = unreadable;
        connection = factory.createConnection();
        session = connection.createSession(false, INDIVIDUAL_ACKNOWLEDGE);
        connection.start();
    }

    @Override
    public void put(ServiceClass serviceClass, Token token) {
        tokens.put(serviceClass, token);
    }

    @Override
    public Optional<Token> at(ServiceClass serviceClass, int position) {
        return attempt(() -> line(serviceClass).at(position));
    }

    @Override
    public void acknowledge(ServiceClass serviceClass, Token token) {
        attempt(() -> {
            line(serviceClass).acknowledge(token);
            return null;
        });
    }

    /**
     * Which of the tokens the broker does not have in their class's line; looks without taking. A browser says that there
     * is no more when the broker has only not sent more yet, so it is believed when it has said so for a while.
     *
     * @param alive told at every token: a long line takes longer than a lease
     */
    Set<Token> missing(ServiceClass serviceClass, Collection<Token> wanted, Runnable alive) {
        return attempt(() -> {
            Set<Token> missing = new HashSet<>(wanted);
            try (QueueBrowser browser = session.createBrowser(session.createQueue(Destinations.of(serviceClass)))) {
                Enumeration<?> messages = browser.getEnumeration();
                for (int ends = 0; !missing.isEmpty() && ends < ENDS; ) {
                    alive.run();
                    if (messages.hasMoreElements()) {
                        token((Message) messages.nextElement()).ifPresent(missing::remove);
                        ends = 0;
                    } else {
                        ends++;
                        LockSupport.parkNanos(END_NANOS);
                    }
                }
            }
            return missing;
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // A broken connection gives its messages back as well.
        }
    }

    private Line line(ServiceClass serviceClass) throws JMSException {
        Line line = lines.get(serviceClass);
        if (line == null) {
            String name = Destinations.of(serviceClass);
            line = new Line(
                    session.createConsumer(session.createQueue(name)), message -> unreadable.accept(name, message));
            lines.put(serviceClass, line);
        }
        return line;
    }

    private static <T> T attempt(Work<T> work) {
        try {
            return work.run();
        } catch (JMSException e) {
            throw new QueueAway(e);
        }
    }

    /** The broker's connection is broken; the queue must be opened again. */
    static final class QueueAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        QueueAway(JMSException cause) {
            super("the universal queue cannot be reached", cause);
        }
    }

    private interface Work<T> {
        T run() throws JMSException;
    }

    private static Optional<Token> token(Message message) throws JMSException {
        try {
            return Optional.of(Tokens.read(message.getBody(String.class)));
        } catch (MessageFormatException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class Line {
        private final MessageConsumer consumer;
        private final Consumer<Message> unreadable;
        private final List<Held> held = new ArrayList<>();

        Line(MessageConsumer consumer, Consumer<Message> unreadable) {
            this.consumer = consumer;
            this.unreadable = unreadable;
        }

        Optional<Token> at(int position) throws JMSException {
            while (held.size() <= position) {
                Message message = consumer.receiveNoWait();
                if (message == null) {
                    return Optional.empty();
                }
                Optional<Token> token = token(message);
                if (token.isPresent()) {
                    held.add(new Held(token.get(), message));
                } else {
                    unreadable.accept(message);
                    message.acknowledge();
                }
            }
            return Optional.of(held.get(position).token());
        }

        void acknowledge(Token token) throws JMSException {
            for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
                Held candidate = each.next();
                if (candidate.token().equals(token)) {
                    candidate.message().acknowledge();
                    each.remove();
                    return;
                }
            }
        }
    }

    private record Held(Token token, Message message) {}
}
