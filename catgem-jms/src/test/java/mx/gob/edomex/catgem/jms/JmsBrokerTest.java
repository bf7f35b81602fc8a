package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.util.List;
import mx.gob.edomex.catgem.administration.DeadLetter;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queues as technical support sees them, on a real broker. */
@SuppressWarnings("UnnecessaryAssignment") // no container fills the fields here
class JmsBrokerTest {

    private static final ServiceClass CHATS = new ServiceClass(Language.ES, "GENERAL", Channel.CHAT, Priority.NORMAL);

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private final JmsBroker seen = new JmsBroker();
    private Sender sender;

    @BeforeEach
    void open() {
        sender = new Sender(broker.factory());
        seen.factory = broker.factory();
        seen.sender = sender;
        seen.deadLetters().forEach(letter -> seen.discard(letter.id()));
    }

    @Test
    void depthsAreCountedQueueByQueue() {
        String queue = Destinations.of(CHATS);
        int before = seen.depths(List.of(CHATS)).get(queue);
        sender.sendDurable(queue, "one", null);
        sender.sendDurable(queue, "two", null);
        assertThat(seen.depths(List.of(CHATS)))
                .containsEntry(queue, before + 2)
                .containsEntry(Destinations.DEAD, 0)
                .containsKey(Destinations.INTAKE);
    }

    @Test
    void aDeadLetterShowsWhatItIsAboutAndNeverWords() {
        sender.sendDurable(Destinations.DEAD, "fila.intake 3f2b8f1e-0000-4000-8000-000000000001", null);
        sender.sendDurable(Destinations.DEAD, "fila.intake Buenas tardes, mi CURP es", null);
        List<DeadLetter> letters = seen.deadLetters();
        assertThat(letters)
                .extracting(DeadLetter::queue, DeadLetter::subject)
                .containsExactly(
                        tuple("fila.intake", "3f2b8f1e-0000-4000-8000-000000000001"), tuple("fila.intake", null));
        assertThat(letters.get(1).length()).isEqualTo(25);
    }

    @Test
    void sentBackItIsInItsQueueAndNoLongerAmongTheDead() {
        sender.sendDurable(Destinations.DEAD, "fila.intake first", null);
        sender.sendDurable(Destinations.DEAD, "fila.intake second", null);
        DeadLetter second = seen.deadLetters().get(1);
        assertThat(seen.sendBack(second.id())).contains(second);
        assertThat(seen.deadLetters()).extracting(DeadLetter::subject).containsExactly("first");
        assertThat(received(Destinations.INTAKE)).isEqualTo("second");
        assertThat(seen.sendBack(second.id())).as("somebody was first").isEmpty();
    }

    @Test
    void thrownAwayItIsNowhere() {
        sender.sendDurable(Destinations.DEAD, "fila.evt READY:asesora01", null);
        DeadLetter letter = seen.deadLetters().get(0);
        assertThat(seen.discard(letter.id())).contains(letter);
        assertThat(seen.deadLetters()).isEmpty();
        assertThat(seen.discard("ID:' or 1 = 1")).isEmpty();
    }

    private static String received(String queue) {
        try (JMSContext context = broker.factory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            return consumer.receiveBody(String.class, 5_000);
        }
    }
}
