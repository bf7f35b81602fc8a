package mx.gob.edomex.catgem.jms;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Sends outside any transaction and returns when the broker has confirmed. Used after the database's commit, where
 * neither the data source nor a transacted connection may be touched, and on the queue's hot path, which has no XA.
 */
@ApplicationScoped
public class Sender {

    /** Artemis drops a message whose id was used before. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final ConnectionFactory factory;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();
    private Connection connection;

    protected Sender() {
        this(null);
    }

    @Inject
    Sender(ConnectionFactory factory) {
        this.factory = factory;
    }

    /** Durable; confirmed on disk. @throws BrokerAway when the broker cannot be reached */
    public void sendDurable(String queue, String text, String duplicateId) {
        send(queue, false, text, DeliveryMode.PERSISTENT, duplicateId, Duration.ZERO);
    }

    /** Durable, delivered to its consumer after the delay. */
    public void sendLater(String queue, String text, Duration delay) {
        send(queue, false, text, DeliveryMode.PERSISTENT, null, delay);
    }

    /** May be lost with the broker; whoever waits for it also looks by itself. */
    public void hint(String queue, String text) {
        send(queue, false, text, DeliveryMode.NON_PERSISTENT, null, Duration.ZERO);
    }

    public void publish(String topic, String text) {
        send(topic, true, text, DeliveryMode.NON_PERSISTENT, null, Duration.ZERO);
    }

    private void send(String name, boolean topic, String text, int deliveryMode, String duplicateId, Duration delay) {
        JMSException failure = null;
        // A session of a broken connection fails once; the second try has a fresh one.
        for (int attempt = 0; attempt < 2; attempt++) {
            Connection used = null;
            try {
                used = connection();
                Line line = borrow(used);
                line.send(name, topic, text, deliveryMode, duplicateId, delay);
                idle.push(line);
                return;
            } catch (JMSException e) {
                failure = e;
                discard(used);
            }
        }
        throw new BrokerAway(failure);
    }

    private Line borrow(Connection used) throws JMSException {
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            if (line.connection == used) {
                return line;
            }
        }
        return new Line(used);
    }

    private synchronized Connection connection() throws JMSException {
        if (connection == null) {
            connection = factory.createConnection();
            connection.start();
        }
        return connection;
    }

    /** Only what is still in use: whoever failed on a connection that another has replaced must not break the new one. */
    private synchronized void discard(Connection used) {
        if (used != null && used == connection) {
            idle.clear();
            closeConnection();
        }
    }

    @PreDestroy
    synchronized void closeConnection() {
        if (connection != null) {
            try {
                connection.close();
            } catch (JMSException e) {
                // It was broken already; a new one is opened for the next send.
            }
            connection = null;
        }
    }

    /** The broker cannot be reached; what was to be sent is still in the database. */
    public static class BrokerAway extends RuntimeException {
        BrokerAway(JMSException cause) {
            super("the broker did not confirm", cause);
        }
    }

    private static final class Line {
        private final Connection connection;
        private final Session session;
        private final Map<Address, MessageProducer> producers = new HashMap<>();

        Line(Connection connection) throws JMSException {
            this.connection = connection;
            this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        }

        void send(String name, boolean topic, String text, int deliveryMode, String duplicateId, Duration delay)
                throws JMSException {
            TextMessage message = session.createTextMessage(text);
            if (duplicateId != null) {
                message.setStringProperty(DUPLICATE_ID, duplicateId);
            }
            MessageProducer producer = producer(new Address(name, topic));
            producer.setDeliveryDelay(delay.toMillis());
            producer.setDeliveryMode(deliveryMode);
            producer.send(message);
        }

        /** Kept: the broker is asked for an address once, not with every message. */
        private MessageProducer producer(Address address) throws JMSException {
            MessageProducer producer = producers.get(address);
            if (producer == null) {
                producer = session.createProducer(
                        address.topic() ? session.createTopic(address.name()) : session.createQueue(address.name()));
                producers.put(address, producer);
            }
            return producer;
        }
    }

    private record Address(String name, boolean topic) {}
}
