package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.UniversalQueue;
import mx.gob.edomex.catgem.routing.UniversalQueueContract;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue's contract on a real broker with a journal on disk. */
class JmsUniversalQueueTest extends UniversalQueueContract {

    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();
    private static ActiveMQConnectionFactory factory;

    private final List<String> unreadable = new ArrayList<>();
    private JmsUniversalQueue queue;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .addAcceptorConfiguration("vm", "vm://7");
        configuration.addAddressSetting(
                "fila.#",
                new AddressSettings()
                        .setMaxDeliveryAttempts(-1)
                        .setAutoCreateQueues(true)
                        .setAutoCreateAddresses(true)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        configuration.addQueueConfiguration(QueueConfiguration.of(Destinations.EVENTS));
        BROKER.setConfiguration(configuration);
        BROKER.start();
        factory = new ActiveMQConnectionFactory("vm://7");
    }

    @AfterAll
    static void stop() throws Exception {
        factory.close();
        BROKER.stop();
    }

    @AfterEach
    void close() {
        if (queue != null) {
            queue.close();
        }
    }

    @Override
    protected UniversalQueue queue() {
        if (queue == null) {
            queue = open();
        }
        return queue;
    }

    @Override
    protected UniversalQueue nextOwner() {
        queue.close();
        queue = null;
        return queue();
    }

    @Test
    void whatTheBrokerHasCanBeSeenWithoutTakingIt() {
        ServiceClass serviceClass = new ServiceClass(Language.ES, "BROWSED", Channel.EMAIL, Priority.LOW);
        UniversalQueue.Token token = new UniversalQueue.Token(ContactId.random(), 3);
        queue().put(serviceClass, token);
        assertThat(queue.waiting(serviceClass)).isEqualTo(Set.of(token));
        assertThat(queue().at(serviceClass, 0)).contains(token);
    }

    @Test
    void whatIsNoTokenIsPutAsideAndHoldsUpNobody() {
        ServiceClass serviceClass = new ServiceClass(Language.ES, "POISONED", Channel.CHAT, Priority.NORMAL);
        String name = Destinations.of(serviceClass);
        Sender sender = new Sender(factory);
        sender.sendDurable(name, "rubbish", null);
        sender.sendDurable(name, ContactId.random() + ":many", null);
        UniversalQueue.Token token = new UniversalQueue.Token(ContactId.random(), 1);
        queue().put(serviceClass, token);
        assertThat(queue.waiting(serviceClass)).isEqualTo(Set.of(token));
        assertThat(queue().at(serviceClass, 0)).contains(token);
        assertThat(unreadable).containsExactly(name, name);
        assertThat(nextOwner().at(serviceClass, 0)).contains(token);
        assertThat(unreadable).as("gone for good").hasSize(2);
    }

    private JmsUniversalQueue open() {
        try {
            return new JmsUniversalQueue(
                    factory, new Tokens(new Sender(factory)), (name, message) -> unreadable.add(name));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
