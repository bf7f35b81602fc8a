package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("UnnecessaryAssignment") // no container fills the fields here
class DeadLetterWatchTest {

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private final List<String> alerts = new ArrayList<>();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

    @Test
    void moreDeadLettersAreAnAlertUntilTheQueueIsEmpty() {
        DeadLetterWatch watch = new DeadLetterWatch();
        watch.factory = broker.factory();
        watch.alerts = recorded();
        watch.registry = figures;
        watch.beat = new Beat(null) {
            @Override
            public void every(Duration pause, Runnable work) {
                // here each look is asked for
            }
        };
        watch.begin();
        Sender sender = new Sender(broker.factory());

        sender.sendDurable(Destinations.DEAD, "one", null);
        sender.sendDurable(Destinations.DEAD, "two", null);
        watch.look();
        watch.look();
        assertThat(alerts).containsExactly("raised DEAD_LETTER");
        assertThat(depth()).isEqualTo(2);

        sender.sendDurable(Destinations.DEAD, "three", null);
        watch.look();
        assertThat(alerts).containsExactly("raised DEAD_LETTER", "raised DEAD_LETTER");

        emptied();
        watch.look();
        assertThat(alerts).last().isEqualTo("ended DEAD_LETTER");
        assertThat(depth()).isZero();
    }

    private double depth() {
        return figures.get(DeadLetterWatch.GAUGE).gauge().value();
    }

    private static void emptied() {
        try (JMSContext context = broker.factory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(Destinations.DEAD))) {
            for (int i = 0; i < 3; i++) {
                assertThat(consumer.receive(5_000)).isNotNull();
            }
        }
    }

    private Alerts recorded() {
        return new Alerts() {
            @Override
            public void raise(String kind, Severity severity, ContactId contact, String staff, String detail) {
                alerts.add("raised " + kind);
            }

            @Override
            public void end(String kind, String detail) {
                alerts.add("ended " + kind);
            }
        };
    }
}
