package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.UniversalQueue;
import mx.gob.edomex.catgem.routing.UniversalQueueContract;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue's contract on a real broker with a journal on disk. */
class JmsUniversalQueueTest extends UniversalQueueContract {

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private final List<String> unreadable = new ArrayList<>();
    private JmsUniversalQueue queue;

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
        UniversalQueue.Token other = new UniversalQueue.Token(ContactId.random(), 3);
        assertThat(queue.missing(serviceClass, Set.of(token, other), () -> {})).containsExactly(other);
        assertThat(queue().at(serviceClass, 0)).contains(token);
    }

    /** More than the broker sends at once. */
    @Test
    void aLongLineIsSeenToItsEnd() {
        ServiceClass serviceClass = new ServiceClass(Language.ES, "LONG", Channel.CHAT, Priority.LOW);
        List<UniversalQueue.Token> tokens = Stream.generate(() -> new UniversalQueue.Token(ContactId.random(), 1))
                .limit(1_000)
                .toList();
        tokens.forEach(token -> queue().put(serviceClass, token));
        for (int i = 0; i < 5; i++) {
            assertThat(queue.missing(serviceClass, tokens, () -> {})).isEmpty();
        }
    }

    @Test
    void whatIsNoTokenIsPutAsideAndHoldsUpNobody() {
        ServiceClass serviceClass = new ServiceClass(Language.ES, "POISONED", Channel.CHAT, Priority.NORMAL);
        String name = Destinations.of(serviceClass);
        Sender sender = new Sender(broker.factory());
        sender.sendDurable(name, "rubbish", null);
        sender.sendDurable(name, ContactId.random() + ":many", null);
        UniversalQueue.Token token = new UniversalQueue.Token(ContactId.random(), 1);
        queue().put(serviceClass, token);
        assertThat(queue.missing(serviceClass, Set.of(token), () -> {})).isEmpty();
        assertThat(queue().at(serviceClass, 0)).contains(token);
        assertThat(unreadable).containsExactly(name, name);
        assertThat(nextOwner().at(serviceClass, 0)).contains(token);
        assertThat(unreadable).as("gone for good").hasSize(2);
    }

    private JmsUniversalQueue open() {
        try {
            return new JmsUniversalQueue(
                    broker.factory(),
                    new Tokens(new Sender(broker.factory())),
                    (name, message) -> unreadable.add(name));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
