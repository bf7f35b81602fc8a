package mx.gob.edomex.catgem.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.AdvisorPool;
import mx.gob.edomex.catgem.routing.Eligibility;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.Scope;
import mx.gob.edomex.catgem.routing.WideningStep;
import mx.gob.edomex.catgem.routing.WideningStep.Kind;
import mx.gob.edomex.catgem.rules.RuleFault.Code;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/** Looks for what cannot be meant in rules, and for what should be known before they are published. Pure. */
final class RuleCheck {

    private static final int LONGEST_TARGET = 604_800;
    private static final int MOST_PERCENT = 1000;
    private static final int LONGEST_STEP = 604_800;

    private final RoutingRules rules;
    private final List<RuleFault> faults = new ArrayList<>();

    private RuleCheck(RoutingRules rules) {
        this.rules = rules;
    }

    /**
     * Errors first, each kind in the order of the screen.
     *
     * @param topics codes of the active topics
     * @param everyone all advisors, as if they were at work
     * @param served classes in which contacts can come
     */
    static List<RuleFault> of(
            RoutingRules rules,
            Set<String> topics,
            Collection<StaffedAdvisor> everyone,
            Collection<ServiceClass> served,
            Instant now) {
        RuleCheck check = new RuleCheck(rules);
        check.numbers();
        check.targetOrder();
        check.steps();
        check.neighbours(topics);
        if (check.faults.isEmpty()) {
            check.warnings(everyone, served, now);
        }
        return List.copyOf(check.faults);
    }

    private void numbers() {
        new TreeMap<>(rules.targets()).forEach((key, seconds) -> range("targets." + key, seconds, 1, LONGEST_TARGET));
        range("points", rules.points(), 1, 100);
        range("offerSeconds", rules.offerSeconds(), 5, 600);
        range("afterCallSeconds", rules.afterCallSeconds(), 5, 3600);
        range("level", rules.level(), 1, 5);
        range("affinitySeconds", rules.affinitySeconds(), 0, 600);
    }

    private void range(String name, Map<String, Integer> values, int least, int most) {
        for (Channel channel : Channel.values()) {
            range(name + "." + channel, values.get(channel.name()), least, most);
        }
    }

    private void range(String where, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            faults.add(RuleFault.error(Code.OUT_OF_RANGE, where, least + "–" + most));
        }
    }

    /** A more urgent contact that may wait longer than a less urgent one would go after it. */
    private void targetOrder() {
        for (Channel channel : Channel.values()) {
            int before = 0;
            for (Priority priority : Priority.values()) {
                int seconds = rules.targets().get(channel + "." + priority);
                if (seconds < before) {
                    faults.add(
                            RuleFault.error(Code.URGENT_WAITS_LONGER, "targets." + channel + "." + priority, before));
                }
                before = seconds;
            }
        }
    }

    private void steps() {
        int level = rules.level();
        boolean everyone = false;
        List<Kind> seen = new ArrayList<>();
        for (int i = 0; i < rules.widening().size(); i++) {
            WideningStep step = rules.widening().get(i);
            String where = "widening." + (i + 1);
            range(where, step.after(), 0, step.percent() ? MOST_PERCENT : LONGEST_STEP);
            if (step.kind() == Kind.DROP_LEVEL) {
                range(where + ".level", step.level(), 1, 5);
            }
            boolean lower = step.kind() == Kind.DROP_LEVEL && step.level() < level;
            boolean again = step.kind() == Kind.DROP_LEVEL || seen.contains(step.kind());
            if (everyone || (again && !lower)) {
                faults.add(RuleFault.error(Code.STEP_WITHOUT_EFFECT, where, ""));
            }
            level = lower ? step.level() : level;
            everyone |= step.kind() == Kind.EVERYONE;
            seen.add(step.kind());
            if (i > 0) {
                stepOrder(rules.widening().get(i - 1), step, where);
            }
        }
    }

    /** Percent and seconds are compared for every target there is; one contradiction is enough to say so. */
    private void stepOrder(WideningStep before, WideningStep step, String where) {
        new TreeMap<>(rules.targets())
                .entrySet().stream()
                        .filter(target -> {
                            Duration limit = Duration.ofSeconds(target.getValue());
                            return step.due(limit).compareTo(before.due(limit)) < 0;
                        })
                        .findFirst()
                        .ifPresent(target ->
                                faults.add(RuleFault.error(Code.STEP_BEFORE_ITS_PREDECESSOR, where, target.getKey())));
    }

    private void neighbours(Set<String> topics) {
        new TreeMap<>(rules.neighbours()).forEach((topic, list) -> {
            String where = "neighbours." + topic;
            if (!topics.contains(topic)) {
                faults.add(RuleFault.error(Code.TOPIC_UNKNOWN, where, topic));
            }
            for (String neighbour : list) {
                if (!topics.contains(neighbour)) {
                    faults.add(RuleFault.error(Code.TOPIC_UNKNOWN, where, neighbour));
                }
                if (neighbour.equals(topic)) {
                    faults.add(RuleFault.error(Code.NEIGHBOUR_OF_ITSELF, where, topic));
                }
            }
        });
    }

    private void warnings(Collection<StaffedAdvisor> everyone, Collection<ServiceClass> served, Instant now) {
        for (Channel channel : Channel.values()) {
            int target = rules.targets().get(channel + "." + Priority.NORMAL);
            if (rules.offerSeconds().get(channel.name()) > target) {
                faults.add(RuleFault.warning(Code.OFFER_RINGS_TOO_LONG, "offerSeconds." + channel, target));
            }
        }
        boolean widensToNeighbours = rules.widening().stream().anyMatch(step -> step.kind() == Kind.NEIGHBOURS);
        if (widensToNeighbours && rules.neighbours().values().stream().allMatch(List::isEmpty)) {
            faults.add(RuleFault.warning(Code.NO_NEIGHBOURS, "neighbours", ""));
        }
        AdvisorPool pool = new AdvisorPool(everyone);
        Eligibility eligibility = new Eligibility(rules, now);
        Scope narrowest = Scope.narrowest(rules.level());
        Scope widest = narrowest;
        for (WideningStep step : rules.widening()) {
            widest = widest.with(step);
        }
        for (ServiceClass one : served) {
            if (!eligibility.isStaffed(one, widest, pool)) {
                faults.add(RuleFault.warning(Code.TOPIC_UNSERVED, "topic." + one.topic(), one.key()));
            } else if (!eligibility.isStaffed(one, narrowest, pool)) {
                faults.add(RuleFault.warning(Code.TOPIC_BELOW_LEVEL, "topic." + one.topic(), one.key()));
            }
        }
    }
}
