package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.contact.WaitingContact.Preferred;
import mx.gob.edomex.catgem.routing.ReferenceRouting.Ability;
import mx.gob.edomex.catgem.routing.ReferenceRouting.Case;
import mx.gob.edomex.catgem.routing.ReferenceRouting.Pair;
import mx.gob.edomex.catgem.routing.ReferenceRouting.Person;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor.OpenMail;

/**
 * A small centre in memory to which everything happens at random: arrivals, abandons, declines, misses, transfers,
 * interruptions, breaks, skills that run out. It stands for the database, with its refusals, and compares each batch of
 * the matcher with the reference.
 */
final class OracleCentre implements Matcher.Centre {

    private static final List<String> TOPICS = List.of("GENERAL", "LICENCIAS", "AGUA", "SALUD");
    /** In the data without anybody who ever learned it: it waits for the step that asks for no topic. */
    private static final String UNKNOWN = "UNKNOWN";

    private static final List<String> CHANNELS = List.of("PHONE", "CHAT", "EMAIL", "SOCIAL");
    private static final List<String> PRIORITIES = List.of("NORMAL", "HIGH", "LOW", "URGENT");
    private static final int STAFF = 10;
    private static final int LONGEST_LINE = 16;
    private static final int MOST_INTERRUPTIONS = 2;

    /** What an advisor holds: an offer that rings, or a contact in hand. */
    private static final class Held {
        private Case contact;
        private Person advisor;
        private boolean ringing = true;
        private boolean interrupted;
        private int interruptions;
    }

    private final Random random;
    private final RoutingRules rules;
    private final ReferenceRouting reference = new ReferenceRouting();
    private final InMemoryUniversalQueue queue = new InMemoryUniversalQueue();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-03T12:00:00Z"));
    private final Matcher matcher = new Matcher(queue, this, clock);
    private final Map<UUID, Case> waiting = new LinkedHashMap<>();
    private final Set<UUID> returned = new HashSet<>();
    private final Map<String, Person> people = new TreeMap<>();
    /** Called back later: they wait elsewhere, and come again with their age. */
    private final List<Case> scheduled = new ArrayList<>();
    /** What comes into this centre: few classes make long lines, many mails make full hands. */
    private final List<String> arriving = new ArrayList<>();

    private final int topics;
    private final int priorities;
    private final int pace;
    private final Map<String, Skills> skills = new TreeMap<>();
    private final List<Held> held = new ArrayList<>();

    final Map<String, Integer> seen = new TreeMap<>();
    int decisions;

    OracleCentre(long seed) {
        random = new Random(seed);
        rules = someRules();
        CHANNELS.forEach(channel -> arriving.addAll(Collections.nCopies(random.nextInt(4), channel)));
        arriving.addAll(Collections.nCopies(1 + random.nextInt(4), "EMAIL"));
        topics = 1 + random.nextInt(TOPICS.size());
        priorities = 1 + random.nextInt(4);
        pace = 1 + random.nextInt(6);
        reference.targets = rules.targets();
        reference.weights = rules.points();
        reference.level = rules.level();
        reference.neighbours = rules.neighbours();
        reference.callsBeforeMail = rules.callsBeforeMail();
        reference.steps = rules.widening().stream()
                .map(step -> new ReferenceRouting.Step(step.kind().name(), step.after(), step.percent(), step.level()))
                .toList();
        for (int i = 0; i < STAFF; i++) {
            Person person = somebody(i);
            people.put(person.name, person);
        }
    }

    private RoutingRules someRules() {
        List<WideningStep> steps = new ArrayList<>();
        int after = 0;
        for (WideningStep.Kind kind : WideningStep.Kind.values()) {
            if (random.nextInt(5) > 0) {
                after += 5 + random.nextInt(60);
                steps.add(new WideningStep(kind, after, random.nextBoolean(), 1 + random.nextInt(3)));
            }
        }
        return new RoutingRules(
                1,
                Map.of(),
                Map.of(),
                1 + random.nextInt(4),
                steps,
                Map.of("AGUA", List.of("GENERAL"), "LICENCIAS", List.of("SALUD", "AGUA")),
                random.nextInt(3) == 0);
    }

    private Person somebody(int i) {
        Person person = new Person();
        person.name = String.format("advisor%02d", i);
        person.idle = clock.instant().minusSeconds(random.nextInt(60) * 10L);
        person.coordinator = i >= STAFF - 2;
        learns(person.abilities.get("LANGUAGE"), List.of("ES", "EN"));
        learns(person.abilities.get("TOPIC"), TOPICS);
        learns(person.abilities.get("CHANNEL"), CHANNELS);
        return person;
    }

    private void learns(Map<String, Ability> abilities, List<String> codes) {
        for (String code : codes) {
            if (random.nextInt(4) > 0) {
                Instant until = random.nextInt(4) == 0 ? clock.instant().plusSeconds(random.nextInt(4_000)) : null;
                abilities.put(code, new Ability(1 + random.nextInt(5), until));
            }
        }
    }

    void step() {
        clock.pass(Duration.ofMillis(1 + random.nextInt(random.nextInt(20) == 0 ? 60_000 : 3_000)));
        switch (random.nextInt(10 + pace)) {
            case 0, 1, 2, 3, 4 -> arrive();
            case 5 -> abandon();
            case 6, 7 -> ringing().ifPresent(this::accept);
            case 8 -> ringing().ifPresent(one -> giveBack(one, random.nextInt(3) > 0));
            case 9 -> somethingElse();
            default ->
                inHand().ifPresent(one -> {
                    if (random.nextInt(8) == 0) {
                        giveBack(one, false);
                    } else {
                        end(one);
                    }
                });
        }
        resume();
        matcher.round();
        assertThat(reference.decide(clock.instant(), List.copyOf(waiting.values()), List.copyOf(people.values())))
                .as("nobody idle who could serve somebody waiting (I6)")
                .isEmpty();
    }

    private void arrive() {
        if (waiting.size() >= LONGEST_LINE) {
            return;
        }
        Case one = new Case();
        one.id = new UUID(random.nextLong(), random.nextLong());
        one.epoch = 1;
        one.channel = arriving.get(random.nextInt(arriving.size()));
        one.language = random.nextInt(4) == 0 ? "EN" : "ES";
        one.topic = someTopic();
        one.priority = PRIORITIES.get(random.nextInt(priorities));
        one.since = clock.instant();
        waiting.put(one.id, one);
        if (random.nextInt(4) == 0) {
            one.knownBy = anyone().name;
            one.knownUntil = clock.instant().plusSeconds(one.channel.equals("EMAIL") ? 7_200 : 15);
            returned.add(one.id);
        } else {
            ServiceClass serviceClass = serviceClass(one);
            matcher.know(List.of(serviceClass));
            queue.put(serviceClass, new Token(new ContactId(one.id), one.epoch));
        }
    }

    private void abandon() {
        if (waiting.isEmpty() || random.nextInt(3) == 0) {
            // ABANDONED_WHILE_ALERTING: the points return, the idle position stays.
            ringing().ifPresent(one -> {
                letGo(one);
                held.remove(one);
            });
            return;
        }
        UUID id = List.copyOf(waiting.keySet()).get(random.nextInt(waiting.size()));
        waiting.remove(id);
        returned.remove(id);
    }

    private void accept(Held one) {
        one.ringing = false;
        one.advisor.ringing = false;
        seen(one.advisor);
    }

    private void end(Held one) {
        letGo(one);
        held.remove(one);
        one.advisor.idle = Instant.ofEpochSecond(clock.instant().getEpochSecond() / 10 * 10);
        one.advisor.occupancy = random.nextInt(4) / 4.0;
        seen(one.advisor);
    }

    /** Declined, missed, transferred or lost: it waits on with its age, perhaps known by who had it. */
    private void giveBack(Held was, boolean declined) {
        letGo(was);
        held.remove(was);
        seen(was.advisor);
        Case one = was.contact;
        one.epoch++;
        one.knownBy = null;
        if (declined) {
            one.declined.add(was.advisor.name);
        } else if (!was.ringing && random.nextBoolean()) {
            one.knownBy = was.advisor.name;
            one.knownUntil = clock.instant().plusSeconds(15);
        }
        if (random.nextInt(4) == 0) {
            one.paused = one.paused.plusMillis(random.nextInt(10_000));
        }
        if (random.nextInt(5) == 0) {
            one.topic = someTopic();
            one.priority = PRIORITIES.get(random.nextInt(priorities));
        }
        waiting.put(one.id, one);
        returned.add(one.id);
    }

    private void somethingElse() {
        switch (random.nextInt(7)) {
            case 2, 3 -> someWaiting().ifPresent(this::moved);
            case 4 ->
                someWaiting().ifPresent(one -> {
                    waiting.remove(one.id);
                    returned.remove(one.id);
                    scheduled.add(one);
                });
            case 5 -> {
                scheduled.forEach(one -> {
                    one.paused = one.paused.plusSeconds(random.nextInt(2) * 30L);
                    again(one, "called back");
                });
                scheduled.clear();
            }
            case 0 -> anyone().there = false;
            case 1 -> people.values().forEach(person -> person.there |= random.nextBoolean());
            default ->
                waiting.values().forEach(one -> {
                    if (returned.contains(one.id) && random.nextInt(3) == 0) {
                        one.declined.clear();
                    }
                });
        }
    }

    /** A coordinator gives it another topic or priority while it waits: its token is stale, its age stays (T6). */
    private void moved(Case one) {
        one.topic = someTopic();
        one.priority = PRIORITIES.get(random.nextInt(priorities));
        again(one, "moved");
    }

    private void again(Case one, String why) {
        one.epoch++;
        one.knownBy = null;
        waiting.put(one.id, one);
        returned.add(one.id);
        seen.merge(why, 1, Integer::sum);
    }

    private Optional<Case> someWaiting() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(waiting.values()).get(random.nextInt(waiting.size())));
    }

    private String someTopic() {
        return random.nextInt(20) == 0 ? UNKNOWN : TOPICS.get(random.nextInt(topics));
    }

    private void letGo(Held one) {
        if (!one.interrupted) {
            one.advisor.points -= weight(one.contact);
        }
        one.advisor.ringing &= !one.ringing;
        assertThat(one.advisor.points).isBetween(0, 100);
    }

    /** Interrupted mails go on as soon as their points fit. */
    private void resume() {
        for (Held one : held) {
            if (one.interrupted && one.advisor.points + weight(one.contact) <= 100) {
                one.interrupted = false;
                one.advisor.points += weight(one.contact);
                seen(one.advisor);
            }
        }
    }

    /** Writes down what the engine and the reference are to see of the advisor's mails. */
    private void seen(Person person) {
        person.mails.clear();
        person.mailPoints.clear();
        person.mailInHand = false;
        for (Held one : held) {
            if (one.advisor == person && !one.ringing && one.contact.channel.equals("EMAIL")) {
                person.mailInHand = true;
                if (!one.interrupted && one.interruptions < MOST_INTERRUPTIONS) {
                    person.mails.add(one.contact.id);
                    person.mailPoints.add(weight(one.contact));
                }
            }
        }
    }

    @Override
    public Batch offer(List<Decision> made) {
        List<Pair> pairs = made.stream()
                .map(one -> new Pair(
                        one.contact().value(),
                        one.epoch(),
                        one.advisor(),
                        one.interrupts().stream().map(ContactId::value).toList(),
                        one.why().scope().step(),
                        one.why().preferred()))
                .toList();
        assertThat(pairs)
                .as("against the reference")
                .isEqualTo(
                        reference.decide(clock.instant(), List.copyOf(waiting.values()), List.copyOf(people.values())));
        decisions += pairs.size();
        explained(pairs.get(0), made.get(0).why());
        List<OfferMade> offers = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            take(pairs.get(i));
            explained(made.get(i));
            offers.add(new OfferMade(
                    OfferId.random(), made.get(i).contact(), made.get(i).advisor(), clock.instant()));
        }
        return new Batch(offers, Set.of());
    }

    private void take(Pair pair) {
        Case one = waiting.remove(pair.contact());
        assertThat(one.epoch).as("a stale token matches nobody (I3)").isEqualTo(pair.epoch());
        returned.remove(pair.contact());
        Person person = people.get(pair.advisor());
        assertThat(person.ringing).as("one live offer an advisor (I5)").isFalse();
        for (Held mail : held) {
            if (pair.interrupts().contains(mail.contact.id)) {
                assertThat(mail.contact.channel).isEqualTo("EMAIL");
                assertThat(mail.interrupted || mail.ringing).isFalse();
                assertThat(++mail.interruptions).isLessThanOrEqualTo(MOST_INTERRUPTIONS);
                mail.interrupted = true;
                person.points -= weight(mail.contact);
                seen.merge("interrupted", 1, Integer::sum);
            }
        }
        person.points += weight(one);
        assertThat(person.points).as("never above capacity (I5)").isLessThanOrEqualTo(100);
        person.ringing = true;
        Held offer = new Held();
        offer.contact = one;
        offer.advisor = person;
        held.add(offer);
        seen(person);
        seen.merge("step " + pair.step(), 1, Integer::sum);
        seen.merge(pair.known() ? "known" : "anyone", 1, Integer::sum);
        seen.merge(one.epoch > 1 ? "returned" : "new", 1, Integer::sum);
        if (rules.callsBeforeMail()) {
            seen.merge("callsBeforeMail", 1, Integer::sum);
        }
    }

    /** Of the first of a batch, before which nothing else has changed: who else, and why not. */
    private void explained(Pair pair, Explanation why) {
        ReferenceRouting.Others others =
                reference.others(waiting.get(pair.contact()), pair, clock.instant(), List.copyOf(people.values()));
        Map<String, Integer> excluded = new TreeMap<>();
        why.excluded().forEach((reason, times) -> excluded.put(reason.name(), times));
        assertThat(excluded).as("reasons").isEqualTo(others.reasons());
        assertThat(why.eligible()).isEqualTo(others.able().size() + 1);
        List<String> first = new ArrayList<>(List.of(pair.advisor()));
        first.addAll(others.able());
        assertThat(why.first().stream().map(Explanation.Candidate::advisor))
                .as("in the order of choice")
                .isEqualTo(first.stream().limit(Explanation.NAMED).toList());
    }

    private void explained(Decision one) {
        Explanation why = one.why();
        assertThat(why.first()).hasSizeLessThanOrEqualTo(Explanation.NAMED);
        assertThat(why.first().get(0).advisor()).isEqualTo(one.advisor());
        DecisionBasis basis = new DecisionBasis(new Look("7:9:7", clock.instant()), 3, one.waiting());
        String kept = ExplanationJson.write(why, basis);
        assertThat(ExplanationJson.read(kept)).as("kept and read").isEqualTo(why);
        assertThat(DecisionBasis.read(kept)).as("kept and read").contains(basis);
        int excluded = why.excluded().values().stream().mapToInt(count -> count).sum();
        assertThat(why.eligible() + excluded).as("everyone is accounted for").isEqualTo(STAFF);
    }

    private Optional<Held> ringing() {
        return oneOf(held.stream().filter(one -> one.ringing).toList());
    }

    private Optional<Held> inHand() {
        return oneOf(held.stream().filter(one -> !one.ringing).toList());
    }

    private Optional<Held> oneOf(List<Held> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private Person anyone() {
        return List.copyOf(people.values()).get(random.nextInt(STAFF));
    }

    private int weight(Case one) {
        return rules.points().get(one.channel);
    }

    @Override
    public RoutingRules rules() {
        return rules;
    }

    @Override
    public AdvisorPool staff() {
        return new AdvisorPool(people.values().stream().map(this::staffed).toList());
    }

    private StaffedAdvisor staffed(Person person) {
        List<OpenMail> mails = new ArrayList<>();
        for (int i = 0; i < person.mails.size(); i++) {
            mails.add(new OpenMail(new ContactId(person.mails.get(i)), person.mailPoints.get(i)));
        }
        return new StaffedAdvisor(
                person.name,
                person.there,
                person.ringing,
                person.coordinator,
                100 - person.points,
                person.idle,
                person.occupancy,
                person.mailInHand,
                mails,
                skills.computeIfAbsent(person.name, name -> skills(person)));
    }

    private static Skills skills(Person person) {
        List<Skill> skills = new ArrayList<>();
        person.abilities.forEach((kind, abilities) -> abilities.forEach((code, ability) ->
                skills.add(new Skill(Kind.valueOf(kind), code, ability.level(), null, ability.until()))));
        return new Skills(skills);
    }

    @Override
    public Matcher.Waiting waitingOrReturned(List<Token> tokens) {
        return new Matcher.Waiting(
                waiting(tokens),
                returned.stream().map(waiting::get).map(OracleCentre::contact).toList());
    }

    @Override
    public Map<Token, WaitingContact> waiting(List<Token> tokens) {
        Map<Token, WaitingContact> found = new LinkedHashMap<>();
        for (Token token : tokens) {
            Case one = waiting.get(token.contact().value());
            if (one != null && one.epoch == token.epoch() && !returned.contains(one.id)) {
                found.put(token, contact(one));
            }
        }
        return found;
    }

    private static WaitingContact contact(Case one) {
        return new WaitingContact(
                new ContactId(one.id),
                serviceClass(one),
                one.since,
                one.paused,
                one.epoch,
                Set.copyOf(one.declined),
                one.knownBy == null ? null : new Preferred(one.knownBy, one.knownUntil));
    }

    private static ServiceClass serviceClass(Case one) {
        return new ServiceClass(
                Language.valueOf(one.language),
                one.topic,
                Channel.valueOf(one.channel),
                Priority.valueOf(one.priority));
    }
}
