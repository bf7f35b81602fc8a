package mx.gob.edomex.catgem.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.AdvisorPool;
import mx.gob.edomex.catgem.routing.Eligibility;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.Scope;
import mx.gob.edomex.catgem.routing.WideningStep;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * What would change if one version of the rules took the place of another: settings, who may be asked first for which
 * topic, and whom the contacts that wait at this moment would be offered to.
 */
public record RuleDifference(List<Setting> settings, List<Reach> reach, List<Widened> widened) {

    /** One setting; empty where one of the versions has no such thing. */
    public record Setting(String where, String before, String after) {}

    /**
     * Advisors who may be asked at once, without any widening, for contacts of the topic and language.
     *
     * @param now how many of them there would be
     */
    public record Reach(String language, String topic, Set<String> gained, Set<String> lost, int now) {}

    /** Contacts of a class that wait and whose circle would be another at this moment; more means more people. */
    public record Widened(ServiceClass serviceClass, int contacts, int before, int after) {}

    public boolean isEmpty() {
        return settings.isEmpty();
    }

    static RuleDifference of(RoutingRules before, RoutingRules after, RuleContext context) {
        return new RuleDifference(
                settings(before, after), reach(before, after, context), widened(before, after, context));
    }

    static List<Setting> settings(RoutingRules before, RoutingRules after) {
        Map<String, String> old = lines(before);
        Map<String, String> now = lines(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !old.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
                .map(name -> new Setting(name, old.getOrDefault(name, ""), now.getOrDefault(name, "")))
                .toList();
    }

    private static Map<String, String> lines(RoutingRules rules) {
        Map<String, String> lines = new TreeMap<>();
        rules.targets().forEach((key, value) -> lines.put("targets." + key, value.toString()));
        rules.points().forEach((key, value) -> lines.put("points." + key, value.toString()));
        rules.offerSeconds().forEach((key, value) -> lines.put("offerSeconds." + key, value.toString()));
        rules.afterCallSeconds().forEach((key, value) -> lines.put("afterCallSeconds." + key, value.toString()));
        lines.put("level", Integer.toString(rules.level()));
        lines.put("affinitySeconds", Integer.toString(rules.affinitySeconds()));
        lines.put("callsBeforeMail", Boolean.toString(rules.callsBeforeMail()));
        for (int i = 0; i < rules.widening().size(); i++) {
            lines.put("widening." + (i + 1), text(rules.widening().get(i)));
        }
        rules.neighbours().forEach((topic, list) -> {
            if (!list.isEmpty()) {
                lines.put("neighbours." + topic, String.join(",", new TreeSet<>(list)));
            }
        });
        return lines;
    }

    /** {@code DROP_LEVEL:1@50%} or {@code EVERYONE@90s}. */
    private static String text(WideningStep step) {
        return step.kind() + (step.level() > 0 ? ":" + step.level() : "") + "@" + step.after()
                + (step.percent() ? "%" : "s");
    }

    private static List<Reach> reach(RoutingRules before, RoutingRules after, RuleContext context) {
        Map<String, List<ServiceClass>> topics = new LinkedHashMap<>();
        context.served()
                .forEach(one -> topics.computeIfAbsent(one.language() + "." + one.topic(), key -> new ArrayList<>())
                        .add(one));
        List<Reach> reach = new ArrayList<>();
        topics.values().forEach(classes -> {
            Set<String> old = skilled(before, classes, context);
            Set<String> now = skilled(after, classes, context);
            Set<String> gained = new TreeSet<>(now);
            gained.removeAll(old);
            Set<String> lost = new TreeSet<>(old);
            lost.removeAll(now);
            if (!gained.isEmpty() || !lost.isEmpty()) {
                ServiceClass one = classes.get(0);
                reach.add(new Reach(one.language().name(), one.topic(), gained, lost, now.size()));
            }
        });
        return reach;
    }

    private static Set<String> skilled(RoutingRules rules, Collection<ServiceClass> classes, RuleContext context) {
        Eligibility eligibility = new Eligibility(rules, context.now());
        Scope scope = Scope.narrowest(rules.level());
        Set<String> names = new TreeSet<>();
        for (StaffedAdvisor advisor : context.everyone()) {
            if (classes.stream().anyMatch(one -> eligibility.isSkilled(one, scope, advisor))) {
                names.add(advisor.username());
            }
        }
        return names;
    }

    private static List<Widened> widened(RoutingRules before, RoutingRules after, RuleContext context) {
        AdvisorPool pool = new AdvisorPool(context.atWork());
        Map<ServiceClass, int[]> counts = new LinkedHashMap<>();
        for (WaitingContact contact : context.waiting()) {
            int old = circle(before, contact, context, pool);
            int now = circle(after, contact, context, pool);
            if (old != now) {
                int[] count = counts.computeIfAbsent(contact.serviceClass(), key -> new int[3]);
                count[0]++;
                count[1] = Math.max(count[1], old);
                count[2] = Math.max(count[2], now);
            }
        }
        return counts.entrySet().stream()
                .map(one -> new Widened(one.getKey(), one.getValue()[0], one.getValue()[1], one.getValue()[2]))
                .toList();
    }

    private static int circle(RoutingRules rules, WaitingContact contact, RuleContext context, AdvisorPool pool) {
        Eligibility eligibility = new Eligibility(rules, context.now());
        Scope scope = eligibility.scope(contact, pool);
        return (int) context.atWork().stream()
                .filter(advisor -> advisor.available() && eligibility.isSkilled(contact.serviceClass(), scope, advisor))
                .count();
    }
}
