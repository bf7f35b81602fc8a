package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.Intake;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A minute in which everybody comes, on a real broker and a real database: everyone is in the line once and in order. A
 * small crowd by default, {@code -Dcatgem.flood=10000} for all of them.
 */
@SuppressWarnings("UnnecessaryAssignment") // no container fills the fields here
class ArrivalFloodTest {

    private static final int CROWD = Integer.getInteger("catgem.flood", 1_000);
    private static final List<String> TOPICS = List.of("GENERAL", "AGUA", "SALUD");
    /** As the pool of the message-driven bean. */
    private static final int SESSIONS = 4;

    /** What the oracle treats as the same age, and a consumer that was held up meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final Sender gateways = new Sender(broker.factory());
    private final Sender sender = new Sender(broker.factory());

    @Test
    void everybodyIsInTheLineOnceAndInOrder() throws Exception {
        Instant begun = centre.time.instant();
        centre.time.pass(Duration.ofMinutes(1));
        List<ContactId> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(arrives(i, begun.plusMillis(60_000L * i / CROWD)));
        }
        int repeated = CROWD / 50;
        CountDownLatch taken = new CountDownLatch(CROWD + repeated);
        try (Connection connection = broker.factory().createConnection()) {
            for (int i = 0; i < SESSIONS; i++) {
                consume(connection, taken);
            }
            connection.start();
            for (int i = 0; i < CROWD; i++) {
                gateways.sendDurable(Destinations.INTAKE, crowd.get(i).toString(), null);
                if (i % 50 == 49) {
                    // The gateway did not hear the confirmation and sends it again.
                    gateways.sendDurable(Destinations.INTAKE, crowd.get(i).toString(), null);
                }
            }
            assertThat(taken.await(CROWD, TimeUnit.SECONDS)).as("all are taken").isTrue();
        }
        Map<ContactId, Instant> ages = new HashMap<>();
        for (ContactQueued one : centre.does(centre.dispatch::waitingByToken)) {
            ages.put(one.contact(), one.firstQueuedAt());
        }
        Set<ContactId> inLine = new HashSet<>();
        centre.does(centre.dispatch::returned)
                .forEach(one -> assertThat(inLine.add(one.contact())).isTrue());
        try (JmsUniversalQueue queue =
                new JmsUniversalQueue(broker.factory(), new Tokens(sender), (name, text) -> {})) {
            for (ServiceClass serviceClass : centre.does(centre.dispatch::classes)) {
                walk(queue, serviceClass, ages, inLine);
            }
        }
        assertThat(inLine).as("everybody, by a token or by the row").containsExactlyInAnyOrderElementsOf(crowd);
        assertThat(centre.integer("select count(*) from contact where state = 'QUEUED'"))
                .isEqualTo(CROWD);
        assertThat(centre.integer("select count(distinct folio) from contact")).isEqualTo(CROWD);
    }

    private static void walk(
            JmsUniversalQueue queue, ServiceClass serviceClass, Map<ContactId, Instant> ages, Set<ContactId> inLine) {
        Instant newest = Instant.MIN;
        for (Optional<Token> token = next(queue, serviceClass); token.isPresent(); token = next(queue, serviceClass)) {
            ContactId contact = token.get().contact();
            queue.acknowledge(serviceClass, token.get());
            Instant age = ages.get(contact);
            if (age == null) {
                continue; // it waits by its row: out of order, and said so
            }
            assertThat(inLine.add(contact)).as("once").isTrue();
            assertThat(age.plus(TOLERANCE)).as("in order").isAfterOrEqualTo(newest);
            newest = age.isAfter(newest) ? age : newest;
        }
    }

    /** The broker fills the window of a consumer in its own time. */
    private static Optional<Token> next(JmsUniversalQueue queue, ServiceClass serviceClass) {
        Optional<Token> token = queue.at(serviceClass, 0);
        for (int tries = 0; token.isEmpty() && !queue.waiting(serviceClass).isEmpty() && tries < 1_000; tries++) {
            token = queue.at(serviceClass, 0);
        }
        return token;
    }

    private ContactId arrives(int number, Instant at) {
        ContactId id = ContactId.random();
        boolean mail = number % 4 == 0;
        centre.run(() -> centre.arrivals.record(new NewArrival(
                id,
                mail ? Channel.EMAIL : Channel.CHAT,
                mail ? "MAIL_CATGEM" : "CHAT_WEB",
                Language.ES,
                TOPICS.get(number % TOPICS.size()),
                Priority.NORMAL,
                SubjectId.random(),
                null,
                "Acta de nacimiento",
                null,
                at,
                "2026-01")));
        return id;
    }

    private void consume(Connection connection, CountDownLatch taken) throws JMSException {
        IntakeConsumer consumer = new IntakeConsumer();
        consumer.intake = new Intake() {
            @Override
            public Optional<ContactQueued> open(ContactId id) {
                return centre.does(() -> centre.intake.open(id));
            }
        };
        consumer.tokens = new Tokens(sender);
        consumer.sender = sender;
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(Destinations.INTAKE)).setMessageListener(message -> {
            consumer.onMessage(message);
            taken.countDown();
        });
    }
}
