package mx.gob.edomex.catgem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.WideningStep;
import mx.gob.edomex.catgem.routing.WideningStep.Kind;
import mx.gob.edomex.catgem.rules.RuleDifference.Reach;
import mx.gob.edomex.catgem.rules.RuleDifference.Setting;
import mx.gob.edomex.catgem.rules.RuleDifference.Widened;
import mx.gob.edomex.catgem.rules.RuleFault.Code;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.workforce.Skills;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import org.junit.jupiter.api.Test;

/** Contradictions are refused with the place where they stand, and what would change is told before it does. */
class RuleCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-03T18:00:00Z");
    private static final Set<String> TOPICS = Set.of("GENERAL", "AGUA", "PREDIAL");
    private static final ServiceClass WATER = new ServiceClass(Language.ES, "AGUA", Channel.CHAT, Priority.NORMAL);

    private final Map<String, Integer> targets = new HashMap<>();
    private final Map<String, Integer> points = new HashMap<>();
    private Map<String, List<String>> neighbours = Map.of("AGUA", List.of("PREDIAL"));
    private List<WideningStep> steps = List.of();
    private int level = 3;

    private RoutingRules rules() {
        return new RoutingRules(0, targets, points, level, steps, neighbours, false);
    }

    private static StaffedAdvisor advisor(String name, int waterLevel) {
        return new StaffedAdvisor(
                name,
                true,
                false,
                false,
                100,
                NOW,
                0,
                false,
                List.of(),
                new Skills(List.of(
                        new Skill(Skills.Kind.CHANNEL, "CHAT"),
                        new Skill(Skills.Kind.LANGUAGE, "ES"),
                        new Skill(Skills.Kind.TOPIC, "AGUA", waterLevel, null, null))));
    }

    private List<String> faults(StaffedAdvisor... everyone) {
        return RuleCheck.of(rules(), TOPICS, List.of(everyone), List.of(WATER), NOW).stream()
                .map(fault -> fault.code() + " " + fault.where() + (fault.warning() ? "?" : ""))
                .toList();
    }

    private static WideningStep percent(Kind kind, int after) {
        return new WideningStep(kind, after, true, kind == Kind.DROP_LEVEL ? 1 : 0);
    }

    @Test
    void soundRulesHaveNoFault() {
        steps = List.of(percent(Kind.DROP_LEVEL, 50), percent(Kind.EVERYONE, 150));
        assertThat(faults(advisor("ana", 3))).isEmpty();
    }

    @Test
    void numbersHaveTheirRange() {
        targets.put("CHAT.NORMAL", 0);
        points.put("CHAT", 101);
        level = 6;
        assertThat(faults(advisor("ana", 3)))
                .contains(
                        Code.OUT_OF_RANGE + " targets.CHAT.NORMAL",
                        Code.OUT_OF_RANGE + " points.CHAT",
                        Code.OUT_OF_RANGE + " level");
    }

    @Test
    void theMoreUrgentNeverWaitsLonger() {
        targets.put("CHAT.URGENT", 90);
        assertThat(faults(advisor("ana", 3))).containsExactly(Code.URGENT_WAITS_LONGER + " targets.CHAT.HIGH");
    }

    @Test
    void aStepComesAfterThoseBeforeItForEveryTarget() {
        // 50 % of a call's 20 s is 10 s, but of a mail's four hours it is two: 60 s would come before it.
        steps = List.of(percent(Kind.DROP_LEVEL, 50), new WideningStep(Kind.EVERYONE, 60, false, 0));
        assertThat(faults(advisor("ana", 3))).containsExactly(Code.STEP_BEFORE_ITS_PREDECESSOR + " widening.2");
        steps = List.of(percent(Kind.EVERYONE, 100), percent(Kind.RESERVE, 150));
        assertThat(faults(advisor("ana", 3))).containsExactly(Code.STEP_WITHOUT_EFFECT + " widening.2");
        level = 1;
        steps = List.of(percent(Kind.DROP_LEVEL, 50));
        assertThat(faults(advisor("ana", 3))).containsExactly(Code.STEP_WITHOUT_EFFECT + " widening.1");
    }

    @Test
    void neighboursAreKnownTopicsAndNeverTheTopicItself() {
        neighbours = Map.of("AGUA", List.of("AGUA"), "BOSQUES", List.of("AGUA"));
        assertThat(faults(advisor("ana", 3)))
                .containsExactly(
                        Code.NEIGHBOUR_OF_ITSELF + " neighbours.AGUA", Code.TOPIC_UNKNOWN + " neighbours.BOSQUES");
    }

    @Test
    void aTopicThatNobodyCanServeIsWarnedOf() {
        assertThat(faults()).containsExactly(Code.TOPIC_UNSERVED + " topic.AGUA?");
        assertThat(faults(advisor("ana", 2)))
                .as("and without a step to drop the level")
                .contains(Code.TOPIC_UNSERVED + " topic.AGUA?");
        steps = List.of(percent(Kind.DROP_LEVEL, 50));
        assertThat(faults(advisor("ana", 2))).containsExactly(Code.TOPIC_BELOW_LEVEL + " topic.AGUA?");
    }

    @Test
    void whatWouldChangeIsToldInSettingsPeopleAndWaitingContacts() {
        RoutingRules before = rules();
        level = 2;
        points.put("CHAT", 50);
        WaitingContact waiting = new WaitingContact(
                new ContactId(new UUID(0, 1)), WATER, NOW.minusSeconds(5), Duration.ZERO, 1, Set.of(), null);
        List<StaffedAdvisor> staff = List.of(advisor("ana", 3), advisor("bea", 2), advisor("eva", 1));
        RuleContext context = new RuleContext(NOW, TOPICS, staff, List.of(WATER), staff, List.of(waiting));
        RuleDifference difference = RuleDifference.of(before, rules(), context);
        assertThat(difference.settings())
                .containsExactly(new Setting("level", "3", "2"), new Setting("points.CHAT", "33", "50"));
        assertThat(difference.reach()).containsExactly(new Reach("ES", "AGUA", Set.of("bea"), Set.of(), 2));
        assertThat(difference.widened()).containsExactly(new Widened(WATER, 1, 1, 2));
        assertThat(RuleDifference.of(before, before, context))
                .extracting(RuleDifference::settings, RuleDifference::reach, RuleDifference::widened)
                .containsExactly(List.of(), List.of(), List.of());
    }
}
