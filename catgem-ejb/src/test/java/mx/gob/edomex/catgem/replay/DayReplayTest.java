package mx.gob.edomex.catgem.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.replay.DayFigures.Waits;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.VirtualCentre.Silence;
import mx.gob.edomex.catgem.routing.WideningStep;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TimeSpan;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.Stay;
import org.junit.jupiter.api.Test;

/** A day small enough to be worked out by hand, and days of the simulator that must come out as they were. */
class DayReplayTest {

    private static final LocalDate DATE = LocalDate.parse("2026-03-03");
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final Instant START = DATE.atStartOfDay(ZONE).toInstant();
    private static final ServiceClass CALL = call("AGUA");

    private static ServiceClass call(String topic) {
        return new ServiceClass(Language.ES, topic, Channel.PHONE, Priority.NORMAL);
    }

    private static RoutingRules rules(int level, WideningStep... widening) {
        return new RoutingRules(1, Map.of(), Map.of(), level, List.of(widening), Map.of(), false);
    }

    private static Profile advisor(String name, int level) {
        return new Profile(
                name,
                name,
                false,
                List.of(
                        new Skill(Kind.CHANNEL, "PHONE"),
                        new Skill(Kind.LANGUAGE, "ES"),
                        new Skill(Kind.TOPIC, "AGUA", level, null, null)));
    }

    private static Stay stay(String name, int from, int to, Presence presence) {
        return new Stay(name, new TimeSpan(START.plusSeconds(from), START.plusSeconds(to)), presence, null);
    }

    private static PastContact attended(int at, int wait, int service) {
        return new PastContact(
                CALL,
                Duration.ofSeconds(at),
                Duration.ofSeconds(wait),
                Duration.ofSeconds(wait),
                null,
                Duration.ofSeconds(service),
                List.of(),
                List.of(),
                Duration.ZERO,
                null,
                "ana");
    }

    private static PastDay day(List<Profile> staff, List<Stay> stays, PastContact... contacts) {
        return new PastDay(DATE, START, Duration.ofHours(24), List.of(contacts), staff, List.of(), stays);
    }

    /**
     * Ana has level 3, Bea level 1 and comes at 100 s. Calls come at 0, 10, 20 and 30 s and take 60 s each. Rules that
     * want level 3 leave all to Ana: waits 0, 50, 100, 150. Rules that want level 1 give Bea the third at 100 s: the
     * waits are 0, 50, 80, and the fourth gets Ana at 120 s: 90.
     */
    @Test
    void theWaitsOfASmallDayAreThoseWorkedOutByHand() {
        PastDay day = day(
                List.of(advisor("ana", 3), advisor("bea", 1)),
                List.of(
                        stay("ana", 0, 3600, Presence.AVAILABLE),
                        stay("bea", 0, 100, Presence.OFFLINE),
                        stay("bea", 100, 3600, Presence.AVAILABLE)),
                attended(0, 0, 60),
                attended(10, 50, 60),
                attended(20, 100, 60),
                attended(30, 150, 60));
        DayReplay replay = new DayReplay(day, rules(3), 1);
        Waits strict = replay.under(rules(3), come -> {}).all();
        assertThat(strict.mean()).isEqualTo(75);
        assertThat(strict.p90()).isEqualTo(150);
        assertThat(strict.serviceLevel()).as("one of four within 20 s").isEqualTo(0.25);
        assertThat(strict).isEqualTo(replay.asItWas().all());
        DayFigures open = replay.under(rules(1), come -> {});
        assertThat(open.all().mean()).isEqualTo((0 + 50 + 80 + 90) / 4.0);
        assertThat(open.all().p50()).isEqualTo(50);
        assertThat(open.all().p95()).isEqualTo(90);
        assertThat(open.offers()).containsEntry("ana", 3).containsEntry("bea", 1);
    }

    /** Level 1 is enough after 30 s: the fourth call, which came at 30 s, is Bea's at 60 s, as soon as it may be. */
    @Test
    void aWideningStepIsTakenTheMomentItIsDue() {
        PastDay day = day(
                List.of(advisor("ana", 3), advisor("bea", 1)),
                List.of(stay("ana", 0, 3600, Presence.AVAILABLE), stay("bea", 0, 3600, Presence.AVAILABLE)),
                attended(0, 0, 600),
                attended(30, 570, 60));
        WideningStep drop = new WideningStep(WideningStep.Kind.DROP_LEVEL, 30, false, 1);
        assertThat(new DayReplay(day, rules(3), 1)
                        .under(rules(3, drop), come -> {})
                        .all()
                        .p95())
                .isEqualTo(30);
    }

    /** The first offer rings 4 s and is refused: whoever refused is not asked again, so that it is Bea who accepts after 3 s. */
    @Test
    void whoRefusedIsNotAskedAgain() {
        PastContact refused = new PastContact(
                CALL,
                Duration.ofSeconds(10),
                Duration.ofSeconds(7),
                Duration.ofSeconds(7),
                null,
                Duration.ofSeconds(60),
                List.of(),
                List.of(Duration.ofSeconds(4)),
                Duration.ofSeconds(3),
                null,
                "bea");
        List<Stay> stays = List.of(stay("ana", 0, 3600, Presence.AVAILABLE), stay("bea", 0, 3600, Presence.AVAILABLE));
        PastDay day = day(List.of(advisor("ana", 3), advisor("bea", 3)), stays, refused);
        assertThat(new DayReplay(day, rules(3), 1).fates(rules(3)))
                .containsExactly(new DayReplay.Fate(Duration.ofSeconds(7), null, "bea"));
    }

    private static PastContact of(Channel channel, int at, int service, Silence... silences) {
        return new PastContact(
                new ServiceClass(Language.ES, "AGUA", channel, Priority.NORMAL),
                Duration.ofSeconds(at),
                Duration.ZERO,
                Duration.ZERO,
                null,
                Duration.ofSeconds(service),
                List.of(silences),
                List.of(),
                Duration.ZERO,
                null,
                "ana");
    }

    /** Ana alone, who has room for one contact at a time. @return the wait of each in seconds */
    private static List<Long> waits(PastContact... contacts) {
        List<Skill> all = new ArrayList<>(advisor("ana", 3).list());
        all.add(new Skill(Kind.CHANNEL, "CHAT"));
        all.add(new Skill(Kind.CHANNEL, "EMAIL"));
        PastDay day = day(
                List.of(new Profile("ana", "ana", false, all)),
                List.of(stay("ana", 0, 3600, Presence.AVAILABLE)),
                contacts);
        RoutingRules one =
                new RoutingRules(1, Map.of(), Map.of("CHAT", 100, "EMAIL", 100), 3, List.of(), Map.of(), false);
        return new DayReplay(day, one, 1)
                .fates(one).stream().map(fate -> fate.accepted().toSeconds()).toList();
    }

    private static Silence silence(int from, int length) {
        return new Silence(Duration.ofSeconds(from), Duration.ofSeconds(length));
    }

    /** Silent from 20 to 80 s of 100: the second chat has the room from 20 to 50, the third waits from 90 for the end at 100. */
    @Test
    void aSilentChatLeavesItsRoomAndTakesItUpAgain() {
        assertThat(waits(of(Channel.CHAT, 0, 100, silence(20, 60)), of(Channel.CHAT, 10, 30), of(Channel.CHAT, 90, 10)))
                .containsExactly(0L, 10L, 10L);
    }

    /**
     * When the first is heard of again at 80 s, the second has the room until 120: it waits with its age, before the third
     * that came at 70, and goes on with the 20 s that are left of it. The third waits until 140.
     */
    @Test
    void aSilentChatThatFindsNoRoomWaitsWithItsAge() {
        assertThat(waits(
                        of(Channel.CHAT, 0, 100, silence(20, 60)), of(Channel.CHAT, 10, 100), of(Channel.CHAT, 70, 10)))
                .containsExactly(0L, 10L, 70L);
    }

    /**
     * The mail is interrupted at 40 and 80 s, goes on at 70 and 110 with what is left of its 100 s, and may not be interrupted
     * again: it ends at 160, and the chat of 120 waits for that.
     */
    @Test
    void aMailIsInterruptedTwiceAndGoesOnWithWhatIsLeftOfIt() {
        assertThat(waits(
                        of(Channel.EMAIL, 0, 100),
                        of(Channel.CHAT, 40, 30),
                        of(Channel.CHAT, 80, 30),
                        of(Channel.CHAT, 120, 10)))
                .containsExactly(0L, 0L, 0L, 40L);
    }

    /** Bea learns what the calls want at 50 s; whoever is in no list of the day changes nothing. */
    @Test
    void whatIsLearnedOnTheDayCountsFromThenOn() {
        List<PastDay.Learned> learned = List.of(
                new PastDay.Learned(
                        START.plusSeconds(50), "bea", advisor("bea", 3).skills()),
                new PastDay.Learned(
                        START.plusSeconds(60), "eva", advisor("eva", 3).skills()));
        PastDay day = new PastDay(
                DATE,
                START,
                Duration.ofHours(24),
                List.of(attended(10, 0, 60)),
                List.of(advisor("bea", 1)),
                learned,
                List.of(stay("bea", 0, 3600, Presence.AVAILABLE)));
        assertThat(new DayReplay(day, rules(3), 1).fates(rules(3)))
                .extracting(DayReplay.Fate::accepted)
                .containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void whoLeftLeavesAgainUnlessAttendedBefore() {
        PastContact left = new PastContact(
                CALL,
                Duration.ofSeconds(10),
                null,
                null,
                Duration.ofSeconds(40),
                Duration.ZERO,
                List.of(),
                List.of(),
                Duration.ZERO,
                null,
                null);
        List<Stay> stays = List.of(stay("ana", 0, 3600, Presence.AVAILABLE), stay("bea", 0, 3600, Presence.AVAILABLE));
        PastDay day = day(List.of(advisor("ana", 3), advisor("bea", 1)), stays, attended(0, 0, 60), left);
        DayReplay replay = new DayReplay(day, rules(3), 1);
        assertThat(replay.under(rules(3), come -> {}).all().abandoned()).isOne();
        assertThat(replay.under(rules(1), come -> {}).all())
                .extracting(Waits::abandoned, Waits::answered)
                .containsExactly(0, 2);
    }

    /** Refused offers, breaks, levels, patience and all: under its own rules each day comes out as it was. */
    @Test
    void aDayOfTheSimulatorReplayedUnderItsOwnRulesIsTheSameDay() {
        for (long seed = 1; seed <= 3; seed++) {
            PastDay day = sample(seed, 1500);
            DayReplay replay = new DayReplay(day, RoutingRules.standard(), seed + 100);
            List<DayReplay.Fate> fates = replay.fates(RoutingRules.standard());
            int waited = 0;
            int left = 0;
            for (int i = 0; i < fates.size(); i++) {
                PastContact past = day.contacts().get(i);
                assertThat(fates.get(i).accepted()).as("contact %d", i).isEqualTo(past.accepted());
                assertThat(fates.get(i).abandoned()).as("contact %d", i).isEqualTo(past.abandoned());
                assertThat(fates.get(i).advisor()).isEqualTo(past.advisor());
                waited += past.accepted() != null && past.accepted().toSeconds() > 20 ? 1 : 0;
                left += past.abandoned() != null ? 1 : 0;
            }
            assertThat(waited).as("the day was not an easy one").isGreaterThan(50);
            assertThat(left).isGreaterThan(20);
            assertThat(day.contacts()).anyMatch(past -> !past.silences().isEmpty());
            assertThat(replay.under(RoutingRules.standard(), come -> {}).all())
                    .isEqualTo(replay.asItWas().all());
        }
    }

    @Test
    void otherRulesMakeAnotherDayAndTheSameSeedTheSameOne() {
        PastDay day = sample(7, 1500);
        RoutingRules strict = new RoutingRules(2, Map.of(), Map.of(), 5, List.of(), Map.of(), true);
        DayFigures once = new DayReplay(day, RoutingRules.standard(), 5).under(strict, come -> {});
        assertThat(new DayReplay(day, RoutingRules.standard(), 5).under(strict, come -> {}))
                .isEqualTo(once);
        assertThat(new DayReplay(day, RoutingRules.standard(), 6).under(strict, come -> {}))
                .as("another seed draws another patience")
                .isNotEqualTo(once);
        assertThat(once.all())
                .isNotEqualTo(
                        new DayReplay(day, RoutingRules.standard(), 5).asItWas().all());
        assertThat(FiguresJson.read(FiguresJson.write(new RuleReplay.Result(once, once, once))))
                .as("kept and read")
                .isEqualTo(new RuleReplay.Result(once, once, once));
    }

    @Test
    void theProgressCountsEveryContactAndCanEndTheReplay() {
        PastDay day = sample(3, 400);
        DayReplay replay = new DayReplay(day, RoutingRules.standard(), 1);
        AtomicInteger heard = new AtomicInteger();
        replay.under(RoutingRules.standard(), come -> assertThat(come).isEqualTo(heard.incrementAndGet()));
        assertThat(heard).hasValue(400);
        assertThatThrownBy(() -> replay.under(RoutingRules.standard(), come -> {
                    if (come == 100) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");
    }

    private static PastDay sample(long seed, int contacts) {
        List<Profile> staff = new ArrayList<>();
        List<String> topics = List.of("GENERAL", "AGUA", "SALUD", "PREDIAL");
        for (int i = 0; i < 16; i++) {
            List<Skill> skills = new ArrayList<>(List.of(
                    new Skill(Kind.CHANNEL, "PHONE"),
                    new Skill(Kind.CHANNEL, "CHAT"),
                    new Skill(Kind.CHANNEL, "EMAIL"),
                    new Skill(Kind.LANGUAGE, "ES")));
            if (i % 3 == 0) {
                skills.add(new Skill(Kind.LANGUAGE, "EN"));
            }
            for (int t = 0; t < topics.size(); t++) {
                skills.add(new Skill(Kind.TOPIC, topics.get(t), 1 + (i + t) % 5, null, null));
            }
            staff.add(new Profile("advisor%02d".formatted(i), "Advisor " + i, i == 15, skills));
        }
        return new SampleDay(DATE, ZONE, staff, topics, seed).of(contacts, RoutingRules.standard());
    }
}
