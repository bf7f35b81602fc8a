package mx.gob.edomex.catgem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.AuditorLooks;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.replay.DecisionAgain.Excluded;
import mx.gob.edomex.catgem.replay.DecisionAgain.Verdict;
import mx.gob.edomex.catgem.routing.CleanCentre;
import mx.gob.edomex.catgem.routing.DatabaseCentre;
import mx.gob.edomex.catgem.routing.Decision;
import mx.gob.edomex.catgem.routing.Decisions;
import mx.gob.edomex.catgem.routing.Exclusion;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.routing.RulesJson;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.workforce.PastStaffing;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions of a centre on the real database are made again from its ledger, and nothing else comes out. */
class DecisionReplayTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final List<String> TOPICS = List.of("GENERAL", "AGUA", "PREDIAL", "LICENCIAS");
    private static final List<Channel> CHANNELS = List.of(Channel.CHAT, Channel.EMAIL, Channel.CHAT, Channel.PHONE);

    private final CentreFixture centre = new CentreFixture(persistence);
    private final RuleBook book = persistence.wire(new RuleBook());
    private final DecisionReplay replay = persistence.wire(
            new DecisionReplay(),
            persistence.wire(new Decisions()),
            persistence.wire(new PastStaffing(), persistence.wire(new Installation())),
            book,
            persistence.wire(
                    new AuditorLooks(), persistence.wire(new EventLedger(), centre.time), reader(), centre.time));
    private static int lives;
    private static boolean audits;

    private static CurrentStaff reader() {
        return new CurrentStaff() {
            @Override
            public String username() {
                return audits ? "auditora" : "coordinadora1";
            }

            @Override
            public boolean has(String role) {
                return audits && role.equals("auditor");
            }
        };
    }

    private final List<String> people = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final DatabaseCentre matching = new DatabaseCentre(centre) {
        @Override
        public RoutingRules rules() {
            return centre.does(() -> book.inForce(centre.time.instant()));
        }

        @Override
        public Batch offer(List<Decision> decisions) {
            meanwhile.run();
            return super.offer(decisions);
        }
    };

    @BeforeEach
    void anEmptyCentre() throws SQLException {
        CleanCentre.sweep(persistence.database());
        persistence.database().execute("update advisor_skill set level = 5, valid_from = null, valid_until = null");
        persistence.database().execute("update topic set agreement_until = null");
        persistence.database().execute("delete from user_role where role = 'coordinator' and username like 'asesora%'");
        persistence
                .database()
                .execute("insert into user_role values ('coordinadora1', 'coordinator') on conflict do nothing");
        for (int i = 1; i <= 16; i++) {
            people.add(String.format("asesora%02d", i));
        }
        people.add("coordinadora1");
    }

    @Test
    void everybodyIsNamedAndNotOnlyTheFirstTen() {
        people.forEach(centre::available);
        centre.as("asesora03");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        ContactId chat = centre.aQueuedChat();
        String winner = matching.match().get(0).advisor();
        DecisionAgain again = again(chat, 1);
        assertThat(again.verdict()).isEqualTo(Verdict.SAME);
        assertThat(again.candidates()).extracting(Candidate::advisor).startsWith(winner);
        assertThat(again.candidates()).hasSize(again.stored().eligible()).hasSizeGreaterThan(10);
        assertThat(again.excluded())
                .contains(
                        new Excluded("asesora03", Exclusion.AWAY), new Excluded("coordinadora1", Exclusion.IN_RESERVE));
    }

    @Test
    void anAuditorsLookIsOnRecordAndNobodyElses() throws SQLException {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        matching.match();
        again(chat, 1);
        String looks =
                "select staff || ' ' || role || ' ' || (refs ->> 'offer') from event where code = 'DECISION_READ'"
                        + " and contact_id = ?";
        assertThat(persistence.database().column(looks, chat.value())).isEmpty();
        audits = true;
        again(chat, 1);
        audits = false;
        assertThat(persistence.database().column(looks, chat.value())).containsExactly("auditora auditor 1");
    }

    @Test
    void whatASilentChatGaveBackIsKnown() {
        centre.available("asesora01");
        List<ContactId> chats =
                List.of(centre.aChatWith("asesora01"), centre.aChatWith("asesora01"), centre.aChatWith("asesora01"));
        centre.as("asesora01");
        centre.run(() -> centre.desk.awaitCitizen(chats.get(0)));
        centre.time.pass(Duration.ofMinutes(4));
        ContactId next = centre.aQueuedChat();
        assertThat(matching.match()).as("three chats fill the desk").isEmpty();
        centre.run(() -> centre.silences.proceed(chats.get(0)));
        assertThat(matching.match()).hasSize(1);
        assertThat(again(next, 1).verdict()).isEqualTo(Verdict.SAME);
    }

    /** Its event has an earlier number than the offer and was not to be seen when that was decided. */
    @Test
    void whatWasUnderWayAtTheLookIsNotSeen() throws SQLException {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        try (Connection late = persistence.database().connection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("update advisor set presence = 'AVAILABLE', last_contact_ended_at = 'epoch'"
                    + " where username = 'asesora02'");
            statement.execute("set constraints all immediate");
            assertThat(matching.match()).extracting(OfferMade::advisor).containsExactly("asesora01");
            late.commit();
        }
        assertThat(again(chat, 1).verdict()).isEqualTo(Verdict.SAME);
        assertThat(again(chat, 1).candidates()).hasSize(1);
    }

    @Test
    void whatHappenedSinceChangesNothing() throws SQLException {
        people.forEach(centre::available);
        ContactId chat = centre.aQueuedChat();
        OfferMade offer = matching.match().get(0);
        centre.as(offer.advisor());
        centre.run(() -> centre.offers.accept(offer.offer()));
        persistence.database().execute("update advisor_skill set level = 1");
        persistence.database().execute("update advisor set presence = 'OFFLINE' where points = 0");
        assertThat(again(chat, 1).verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void aDecisionThatKeptNotWhatItWasMadeOnIsNotGuessed() throws SQLException {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        matching.match();
        persistence.database().execute("update offer set decision = decision - 'basis' where outcome is null");
        DecisionAgain again = again(chat, 1);
        assertThat(again.verdict()).isEqualTo(Verdict.NOT_ON_RECORD);
        assertThat(again.candidates()).isEqualTo(again.stored().first());
        assertThat(again.excluded()).isEmpty();
    }

    @Test
    void aLedgerThatTellsAnotherStoryIsSaidToDiffer() throws SQLException {
        centre.available("asesora01", "asesora02");
        ContactId chat = centre.aQueuedChat();
        matching.match();
        String other = "update offer set decision = jsonb_set(decision, '{first,0,advisor}', '\"asesora09\"')"
                + " where outcome is null";
        persistence.database().execute(other);
        assertThat(again(chat, 1).verdict()).isEqualTo(Verdict.OTHER_WINNER);
        persistence.database().execute(other.replace("advisor}', '\"asesora09\"'", "idle}', '77777'"));
        persistence
                .database()
                .execute("update offer set decision = jsonb_set(decision, '{first,0,advisor}', to_jsonb(advisor))"
                        + " where outcome is null");
        assertThat(again(chat, 1).verdict()).isEqualTo(Verdict.OTHER_TERMS);
    }

    @Test
    void whatAPersonDecidedHasNothingToReplay() {
        centre.available("asesora01");
        ContactId chat = centre.aChatWith("asesora01");
        Folio folio = folio(chat);
        assertThat(centre.does(() -> replay.of(folio, 1))).isEmpty();
        assertThat(centre.does(() -> replay.of(folio, 9))).isEmpty();
    }

    /**
     * Whatever happens: chats, mails, calls, refusals, misses, silences, interruptions, transfers, breaks, lost desks, changed
     * skills, agreements, roles and rules, and what changes between a look and its offers. {@code -Dcatgem.life.steps} makes
     * the lives longer.
     */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyDecisionOfALifeComesOutTheSame(long seed) throws SQLException {
        Life life = new Life(new Random(seed));
        int steps = Integer.getInteger("catgem.life.steps", 60);
        long before = centre.integer("select coalesce(max(id), 0) from event");
        for (int i = 0; i < steps; i++) {
            life.step();
        }
        List<String> offers = persistence
                .database()
                .column("select o.contact_id || ' ' || o.number from offer o join event e on e.code = 'OFFERED'"
                        + " and e.refs ->> 'offer' = cast(o.id as text) where jsonb_exists(o.decision, 'basis')"
                        + " and e.id > " + before + " order by e.id");
        for (String offer : offers) {
            String[] parts = offer.split(" ", -1);
            DecisionAgain again = again(ContactId.of(parts[0]), Integer.parseInt(parts[1]));
            assertThat(again.verdict()).as("%s: %s", offer, again).isEqualTo(Verdict.SAME);
            assertThat(again.candidates()).hasSize(again.stored().eligible());
            Map<Exclusion, Integer> counted = again.excluded().stream()
                    .collect(Collectors.toMap(
                            Excluded::why, one -> 1, Integer::sum, () -> new EnumMap<>(Exclusion.class)));
            assertThat(counted).isEqualTo(again.stored().excluded());
            life.decided(again);
        }
        life.happened.putAll(happened(before));
        System.out.println("life " + seed + ": " + new TreeMap<>(life.happened));
        assertThat(life.happened.get("decisions")).isGreaterThan(steps / 2);
    }

    private static Map<String, Integer> happened(long before) throws SQLException {
        return persistence
                .database()
                .column("select code || ' ' || count(*) from event where id > " + before
                        + " and code in ('STANDING', 'SKILLS', 'OFFER_NOT_MADE', 'INTERRUPTED', 'CITIZEN_QUIET', 'OFFERED')"
                        + " group by code")
                .stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(line -> line[0], line -> Integer.valueOf(line[1])));
    }

    private DecisionAgain again(ContactId contact, int number) {
        Folio folio = folio(contact);
        return centre.does(() -> replay.of(folio, number)).orElseThrow();
    }

    private Folio folio(ContactId contact) {
        return Folio.parse(centre.text("select folio from contact where id = '" + contact + "'"));
    }

    /** A centre in which anything happens. */
    private final class Life {

        private final Random random;
        private final List<OfferMade> ringing = new ArrayList<>();
        private final List<ContactId> inHand = new ArrayList<>();
        private final Map<String, Integer> happened = new HashMap<>();

        Life(Random random) {
            this.random = random;
            // What earlier lives left belongs to other days.
            centre.time.pass(Duration.ofDays(2L * ++lives));
            people.forEach(centre::available);
        }

        void step() {
            centre.time.pass(Duration.ofMillis(1 + random.nextInt(12_000)));
            for (int i = random.nextInt(5); i > 0; i--) {
                arrive();
            }
            if (random.nextInt(3) == 0) {
                matching.occupied(centre.does(() -> centre.staffing.occupancies(centre.time.instant())));
            }
            for (int i = 0; i < 3; i++) {
                try {
                    something();
                } catch (Violation e) {
                    count("refused");
                }
            }
            meanwhile = random.nextInt(4) == 0 ? this::disturb : () -> {};
            ringing.addAll(matching.match());
            meanwhile = () -> {};
            for (OfferMade offer : List.copyOf(ringing)) {
                if (random.nextInt(4) > 0) {
                    answer(offer);
                    ringing.remove(offer);
                }
            }
        }

        private void arrive() {
            Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
            Priority priority = random.nextInt(5) == 0 ? Priority.URGENT : Priority.NORMAL;
            String topic = TOPICS.get(random.nextInt(TOPICS.size()));
            ContactId id = centre.aQueued(
                    channel, priority, topic, centre.time.instant().minusSeconds(random.nextInt(90)));
            if (random.nextInt(5) == 0) {
                execute("update contact set returned = true, preferred_advisor = '" + person()
                        + "', preferred_until = '" + centre.time.instant().plusSeconds(30)
                        + "' where state = 'QUEUED' and id = '" + id + "'");
            }
        }

        private void something() {
            switch (random.nextInt(14)) {
                case 0, 1 -> some().ifPresent(this::silent);
                case 2 -> some().filter(this::isChat).ifPresent(id -> centre.says(id, "Sigo aquí"));
                case 3, 4, 5 -> some().ifPresent(this::close);
                case 6 ->
                    some().filter(id -> centre.state(id) == ContactState.IN_PROGRESS)
                            .ifPresent(id -> {
                                with(id);
                                centre.run(() -> centre.desk.end(id));
                            });
                case 7 -> some().ifPresent(this::transfer);
                case 8 -> pause(person());
                case 9 -> centre.available(person());
                case 10 -> learn();
                case 11 -> lose(person());
                case 12 -> change();
                default ->
                    centre.does(centre.silences::due).forEach(id -> centre.run(() -> centre.silences.proceed(id)));
            }
        }

        /** Between the look and the offers decided by it. */
        private void disturb() {
            try {
                if (random.nextBoolean()) {
                    pause(person());
                } else {
                    waiting().ifPresent(id -> {
                        centre.run(() -> centre.endings.citizenLeft(id, Actor.citizen(Source.CHAT)));
                        count("left meanwhile");
                    });
                }
            } catch (Violation e) {
                count("refused");
            }
        }

        private void answer(OfferMade offer) {
            centre.as(offer.advisor());
            try {
                switch (random.nextInt(7)) {
                    case 0 -> {
                        centre.time.pass(Duration.ofSeconds(121));
                        centre.run(() -> centre.dispatch.expire(offer.offer()));
                        centre.available(offer.advisor());
                        count("missed");
                    }
                    case 1 -> {
                        centre.run(() -> centre.offers.reject(offer.offer(), "OTHER_TOPIC"));
                        count("rejected");
                    }
                    case 2 -> {
                        centre.run(() -> centre.endings.citizenLeft(offer.contact(), Actor.citizen(Source.CHAT)));
                        count("left");
                    }
                    default -> {
                        centre.run(() -> centre.offers.accept(offer.offer()));
                        inHand.add(offer.contact());
                        count("accepted");
                    }
                }
            } catch (Violation e) {
                count("refused");
            }
        }

        private void silent(ContactId id) {
            if (centre.state(id) == ContactState.IN_PROGRESS && isChat(id)) {
                with(id);
                centre.run(() -> centre.desk.awaitCitizen(id));
                centre.time.pass(Duration.ofMinutes(3).plusMillis(1));
                centre.run(() -> centre.silences.proceed(id));
                count("silent");
            }
        }

        private void close(ContactId id) {
            // Who has ended a contact is occupied by it until it is closed: left behind, they would fill the centre up.
            if (centre.state(id).isInHand() || centre.state(id) == ContactState.AFTER_CALL_WORK) {
                with(id);
                centre.run(() -> centre.desk.close(id, "INFORMATION_GIVEN"));
            }
            inHand.remove(id);
        }

        private void transfer(ContactId id) {
            if (centre.state(id) != ContactState.IN_PROGRESS) {
                return;
            }
            with(id);
            String to = person();
            switch (random.nextInt(3)) {
                case 0 -> centre.run(() -> centre.transfers.toTopic(id, TOPICS.get(random.nextInt(4)), "nota"));
                case 1 -> centre.run(() -> centre.transfers.toAdvisor(id, to, "nota"));
                default -> {
                    centre.run(() -> centre.transfers.ask(id, to, "nota"));
                    String asked = centre.text(
                            "select id from warm_transfer where ended_at is null and contact_id = '" + id + "'");
                    if (random.nextBoolean()) {
                        centre.as(to);
                        centre.run(() -> centre.offers.accept(new OfferId(UUID.fromString(asked))));
                        with(id);
                        if (random.nextBoolean()) {
                            centre.run(() -> centre.transfers.complete(id));
                        }
                    }
                }
            }
            count("transferred");
        }

        private void pause(String username) {
            centre.as(username);
            centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
            count("paused");
        }

        private void lose(String username) {
            centre.run(() -> centre.presence.connectionLost(username));
            if (random.nextBoolean()) {
                centre.as(username);
                centre.run(() -> centre.presence.heartbeat());
            }
            count("lost");
        }

        private void learn() {
            String topic = TOPICS.get(random.nextInt(TOPICS.size()));
            String until =
                    centre.time.instant().plusSeconds(random.nextInt(900)).toString();
            execute(
                    switch (random.nextInt(4)) {
                        case 0 -> "update topic set agreement_until = '" + until + "' where code = '" + topic + "'";
                        case 1 -> "update topic set agreement_until = null";
                        case 2 ->
                            "update advisor_skill set valid_until = '" + until + "' where code = '" + topic
                                    + "' and username = '" + person() + "'";
                        default ->
                            "update advisor_skill set valid_until = null, level = " + (1 + random.nextInt(5))
                                    + " where kind = 'TOPIC' and code = '" + topic + "' and username = '" + person()
                                    + "'";
                    });
            count("learned");
        }

        /** Rules, or who is in reserve. */
        private void change() {
            if (random.nextBoolean()) {
                String person = person();
                execute("delete from user_role where role = 'coordinator' and username = '" + person + "'");
                if (random.nextBoolean()) {
                    execute("insert into user_role (username, role) values ('" + person + "', 'coordinator')");
                }
                count("reserve");
                return;
            }
            RoutingRules was = matching.rules();
            RoutingRules next = new RoutingRules(
                    0,
                    was.targets(),
                    was.points(),
                    1 + random.nextInt(4),
                    was.widening().subList(0, random.nextInt(was.widening().size() + 1)),
                    was.neighbours(),
                    random.nextBoolean());
            execute(
                    "insert into routing_rule (version, author, effective_from, rules) select max(version) + 1, 'TEST', '"
                            + centre.time.instant() + "', cast('" + RulesJson.write(next)
                            + "' as jsonb) from routing_rule");
            count("rules");
        }

        private Optional<ContactId> waiting() {
            return Optional.ofNullable(
                            centre.text("select id from contact where state = 'QUEUED' order by random() limit 1"))
                    .map(ContactId::of);
        }

        private boolean isChat(ContactId id) {
            return centre.text("select channel from contact where id = '" + id + "'")
                    .equals("CHAT");
        }

        private void with(ContactId id) {
            centre.as(centre.text("select advisor from contact where id = '" + id + "'"));
        }

        private Optional<ContactId> some() {
            return inHand.isEmpty() ? Optional.empty() : Optional.of(inHand.get(random.nextInt(inHand.size())));
        }

        private String person() {
            return people.get(random.nextInt(people.size()));
        }

        /** The lives must have in them what would be hard to rebuild. */
        void decided(DecisionAgain again) {
            count("decisions");
            if (again.stored().preferred()) {
                count("to who knows");
            }
            if (again.candidates().get(0).interrupts() > 0) {
                count("interrupting");
            }
            if (again.stored().scope().step() > 0) {
                count("widened");
            }
            if (again.candidates().stream().anyMatch(one -> one.occupancy() > 0)) {
                count("occupied");
            }
        }

        private void count(String what) {
            happened.merge(what, 1, Integer::sum);
        }

        private void execute(String sql) {
            try {
                persistence.database().execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
