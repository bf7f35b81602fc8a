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
                Duration.ZERO,
                null,
                "ana");
    }

    private static PastDay day(List<Profile> staff, List<Stay> stays, PastContact... contacts) {
        return new PastDay(DATE, START, Duration.ofHours(24), List.of(contacts), staff, stays);
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
                List.of(Duration.ofSeconds(4)),
                Duration.ofSeconds(3),
                null,
                "bea");
        List<Stay> stays = List.of(stay("ana", 0, 3600, Presence.AVAILABLE), stay("bea", 0, 3600, Presence.AVAILABLE));
        PastDay day = day(List.of(advisor("ana", 3), advisor("bea", 3)), stays, refused);
        assertThat(new DayReplay(day, rules(3), 1).fates(rules(3)))
                .containsExactly(new DayReplay.Fate(Duration.ofSeconds(7), null, "bea"));
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
