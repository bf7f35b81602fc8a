package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.workforce.ReadyAdvisor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The matcher, its queue and its engine beside a brute-force reference that sorts everything that waits at every
 * decision: arrivals, abandons, declines, returns and releases at random, and not one decision may differ.
 */
class MatcherOracleTest {

    private static final int EVENTS = 2_500;
    private static final List<String> TOPICS = List.of("GENERAL", "LICENCIAS", "AGUA");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyDecisionIsTheReferencesDecision(long seed) {
        World world = new World(new Random(seed));
        for (int i = 0; i < EVENTS; i++) {
            world.step();
        }
        assertThat(world.decisions).as("decisions compared").isGreaterThan(500);
        assertThat(world.maxPoints).isLessThanOrEqualTo(100);
    }

    /** A small centre in memory, with the database's refusals and the broker's order. */
    private static final class World extends Clock implements Matcher.Centre {
        private final Random random;
        private final RoutingRules rules = RoutingRules.standard();
        private final InMemoryUniversalQueue queue = new InMemoryUniversalQueue();
        private final Matcher matcher = new Matcher(queue, this, this);
        private final Map<ContactId, WaitingContact> waiting = new LinkedHashMap<>();
        private final Set<ContactId> returned = new HashSet<>();
        private final Map<String, Integer> points = new TreeMap<>();
        private final Map<String, Instant> idleSince = new TreeMap<>();
        private final Map<String, ReadyAdvisor> skills = new TreeMap<>();
        private final List<Given> given = new ArrayList<>();
        private Instant now = Instant.parse("2026-03-03T12:00:00Z");
        private int decisions;
        private int maxPoints;

        private record Given(WaitingContact contact, String advisor, int points) {}

        World(Random random) {
            this.random = random;
            for (int i = 0; i < 12; i++) {
                String name = String.format("advisor%02d", i);
                points.put(name, 0);
                idleSince.put(name, now.minusSeconds(random.nextInt(1000)));
                skills.put(
                        name,
                        new ReadyAdvisor(
                                name,
                                0,
                                now,
                                false,
                                some(List.of("PHONE", "CHAT", "EMAIL")),
                                some(List.of("ES", "EN")),
                                some(TOPICS)));
            }
        }

        void step() {
            now = now.plusMillis(1 + random.nextInt(3_000));
            int what = random.nextInt(10);
            // A line long enough to have an order and short enough to sort by brute force at every event.
            if (what < 5 && waiting.size() < 40) {
                arrive();
            } else if (what <= 5 && !waiting.isEmpty()) {
                abandon();
            } else if (what < 8 && !given.isEmpty()) {
                release(given.remove(random.nextInt(given.size())), false);
            } else if (!given.isEmpty()) {
                release(given.remove(random.nextInt(given.size())), true);
            }
            matcher.round();
            assertThat(reference(ready()))
                    .as("nobody idle who could serve somebody waiting (I6)")
                    .isEmpty();
        }

        private void arrive() {
            ServiceClass serviceClass = new ServiceClass(
                    random.nextInt(4) == 0 ? Language.EN : Language.ES,
                    TOPICS.get(random.nextInt(TOPICS.size())),
                    List.of(Channel.PHONE, Channel.CHAT, Channel.EMAIL).get(random.nextInt(3)),
                    List.of(Priority.values()).get(random.nextInt(4)));
            ContactId id = new ContactId(new UUID(random.nextLong(), random.nextLong()));
            waiting.put(id, new WaitingContact(id, serviceClass, now, Duration.ZERO, 1, Set.of()));
            matcher.know(List.of(serviceClass));
            queue.put(serviceClass, new Token(id, 1));
        }

        private void abandon() {
            ContactId id = List.copyOf(waiting.keySet()).get(random.nextInt(waiting.size()));
            waiting.remove(id);
            returned.remove(id);
        }

        private void release(Given was, boolean declined) {
            points.merge(was.advisor(), -was.points(), Integer::sum);
            if (declined) {
                WaitingContact old = was.contact();
                Set<String> excluded = new HashSet<>(old.excluded());
                excluded.add(was.advisor());
                waiting.put(
                        old.contact(),
                        new WaitingContact(
                                old.contact(),
                                old.serviceClass(),
                                old.firstQueuedAt(),
                                old.paused(),
                                old.epoch() + 1,
                                excluded));
                returned.add(old.contact());
            } else {
                idleSince.put(was.advisor(), now);
            }
        }

        @Override
        public Batch offer(List<Match> matches) {
            assertThat(matches).as("against the reference").isEqualTo(reference(ready()));
            decisions += matches.size();
            List<OfferMade> made = new ArrayList<>();
            for (Match match : matches) {
                WaitingContact contact = waiting.remove(match.contact());
                returned.remove(match.contact());
                int weight = rules.points(contact.serviceClass().channel());
                maxPoints = Math.max(maxPoints, points.merge(match.advisor(), weight, Integer::sum));
                given.add(new Given(contact, match.advisor(), weight));
                made.add(new OfferMade(OfferId.random(), match.contact(), match.advisor(), now));
            }
            return new Batch(made, Set.of());
        }

        /** Sorts all that waits and gives each to the first advisor, by the words of ROUTING and nothing else. */
        private List<Match> reference(List<ReadyAdvisor> ready) {
            List<ReadyAdvisor> free = new ArrayList<>(ready);
            List<Match> matches = new ArrayList<>();
            List<WaitingContact> line = new ArrayList<>(waiting.values());
            line.sort(new QueueOrder(rules, now));
            for (WaitingContact contact : line) {
                ServiceClass wanted = contact.serviceClass();
                free.stream()
                        .filter(a -> 100 - points.get(a.username()) >= rules.points(wanted.channel()))
                        .filter(a -> a.channels().contains(wanted.channel().name()))
                        .filter(a -> a.languages().contains(wanted.language().name()))
                        .filter(a -> a.topics().contains(wanted.topic()))
                        .filter(a -> !contact.excluded().contains(a.username()))
                        .min(Comparator.comparing((ReadyAdvisor a) -> wanted.channel() != Channel.EMAIL && a.mailOpen())
                                .thenComparing(ReadyAdvisor::idleSince)
                                .thenComparing(ReadyAdvisor::username))
                        .ifPresent(advisor -> {
                            free.remove(advisor);
                            matches.add(new Match(contact.contact(), contact.epoch(), advisor.username()));
                        });
            }
            return matches;
        }

        @Override
        public RoutingRules rules() {
            return rules;
        }

        @Override
        public List<ReadyAdvisor> ready() {
            return points.entrySet().stream()
                    .filter(entry -> entry.getValue() < 100)
                    .map(entry -> ready(entry.getKey(), 100 - entry.getValue()))
                    .toList();
        }

        private ReadyAdvisor ready(String name, int free) {
            ReadyAdvisor skill = skills.get(name);
            boolean mail = given.stream()
                    .anyMatch(g -> g.advisor().equals(name)
                            && g.contact().serviceClass().channel() == Channel.EMAIL);
            return new ReadyAdvisor(
                    name, free, idleSince.get(name), mail, skill.channels(), skill.languages(), skill.topics());
        }

        @Override
        public List<WaitingContact> returned() {
            return returned.stream().map(waiting::get).toList();
        }

        @Override
        public Optional<WaitingContact> waiting(Token token) {
            return Optional.ofNullable(waiting.get(token.contact()))
                    .filter(contact -> contact.epoch() == token.epoch() && !returned.contains(token.contact()));
        }

        private Set<String> some(List<String> all) {
            Set<String> some = new HashSet<>(all);
            all.stream().skip(1).filter(code -> random.nextBoolean()).forEach(some::remove);
            return some;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
