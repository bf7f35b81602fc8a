package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
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
class ArrivalFloodTest {

    private static final int CROWD = Integer.getInteger("catgem.flood", 1_000);
    private static final int AGAIN = 50;
    private static final List<String> TOPICS = List.of("GENERAL", "AGUA", "SALUD");
    private static final Duration PATIENCE = Duration.ofSeconds(30 + CROWD / 10);

    /** What the oracle treats as the same age, and a consumer that was held up meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    @Test
    void everybodyIsInTheLineOnceAndInOrder() throws Exception {
        try (MatchingFixture matching = new MatchingFixture(persistence)) {
            CentreFixture centre = matching.centre();
            Sender gateway = new Sender(matching.broker());
            Instant begun = Instant.now().minus(Duration.ofMinutes(1));
            List<ContactId> crowd = new ArrayList<>();
            matching.takeArrivals();
            for (int i = 0; i < CROWD; i++) {
                NewArrival arrival = arrival(i, begun.plusMillis(60_000L * i / CROWD));
                matching.run(() -> centre.arrivals.record(arrival), () -> {});
                if (i % AGAIN == AGAIN - 1) {
                    // The gateway did not hear the confirmation and sends it again.
                    gateway.sendDurable(Destinations.INTAKE, arrival.contact().toString(), null);
                }
                crowd.add(arrival.contact());
            }
            await("select count(*) from contact where state = 'QUEUED'");

            Map<ServiceClass, Map<Token, Instant>> ages = new HashMap<>();
            for (ContactQueued one : centre.does(centre.dispatch::waitingByToken)) {
                ages.computeIfAbsent(one.serviceClass(), key -> new HashMap<>())
                        .put(new Token(one.contact(), one.epoch()), one.firstQueuedAt());
            }
            List<ContactId> inLine = new ArrayList<>();
            centre.returned().stream().map(WaitingContact::contact).forEach(inLine::add);
            try (JmsUniversalQueue queue =
                    new JmsUniversalQueue(matching.broker(), new Tokens(gateway), (name, message) -> {})) {
                Instant limit = Instant.now().plus(PATIENCE);
                for (var line : ages.entrySet()) {
                    inLine.addAll(walk(queue, line.getKey(), line.getValue(), limit));
                }
            }
            assertThat(inLine)
                    .as("everybody once, by a token or by the row")
                    .containsExactlyInAnyOrderElementsOf(crowd);
            assertThat(centre.integer("select count(distinct folio) from contact"))
                    .isEqualTo(CROWD);
        }
    }

    /** The whole line of a class, taken from its head. */
    private static List<ContactId> walk(
            JmsUniversalQueue queue, ServiceClass serviceClass, Map<Token, Instant> expected, Instant limit)
            throws InterruptedException {
        List<ContactId> line = new ArrayList<>();
        Set<Token> wanted = new HashSet<>(expected.keySet());
        Instant newest = Instant.MIN;
        while (!wanted.isEmpty() && Instant.now().isBefore(limit)) {
            Optional<Token> token = queue.at(serviceClass, 0); // empty while the broker fills the window
            if (token.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(5);
                continue;
            }
            queue.acknowledge(serviceClass, token.get());
            Instant age = expected.get(token.get());
            if (age == null) {
                continue; // it waits by its row: out of order, and said so
            }
            if (!wanted.remove(token.get())) {
                continue; // two sessions sent it at the very same time: the second one is worth nothing (I3)
            }
            line.add(token.get().contact());
            assertThat(age.plus(TOLERANCE)).as("in order").isAfterOrEqualTo(newest);
            newest = age.isAfter(newest) ? age : newest;
        }
        return line;
    }

    private static void await(String count) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!persistence.database().value(count).equals(String.valueOf(CROWD))
                && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static NewArrival arrival(int number, Instant at) {
        boolean mail = number % 4 == 0;
        return new NewArrival(
                ContactId.random(),
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
                "2026-01");
    }
}
