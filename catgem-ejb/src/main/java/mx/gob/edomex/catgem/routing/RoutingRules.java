package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.routing.WideningStep.Kind;

/**
 * One version of the rules of the routing, as the engine takes them.
 *
 * @param version 1 and up; 0 for rules that were never published
 * @param targets seconds a contact may wait, by {@code CHANNEL.PRIORITY}
 * @param points capacity a contact holds, 1 to 100, by channel
 * @param level the level every skill must have before the widening drops it, 1 to 5
 * @param widening the steps, in order; one comes only with those before it
 * @param neighbours topics whose skill helps with another one, by that one
 * @param callsBeforeMail mail waits until nothing else does
 * @param affinitySeconds how long a contact waits for the advisor who knows its matter
 * @param offerSeconds how long an offer rings, by channel
 * @param afterCallSeconds how long the after-call work may last, by channel
 */
public record RoutingRules(
        int version,
        Map<String, Integer> targets,
        Map<String, Integer> points,
        int level,
        List<WideningStep> widening,
        Map<String, List<String>> neighbours,
        boolean callsBeforeMail,
        int affinitySeconds,
        Map<String, Integer> offerSeconds,
        Map<String, Integer> afterCallSeconds) {

    private static final int STANDARD_AFFINITY = 15;

    private static final List<WideningStep> STANDARD_WIDENING = List.of(
            new WideningStep(Kind.DROP_LEVEL, 50, true, 1),
            new WideningStep(Kind.NEIGHBOURS, 75, true, 0),
            new WideningStep(Kind.RESERVE, 100, true, 0),
            new WideningStep(Kind.EVERYONE, 150, true, 0));

    private static final RoutingRules STANDARD = new RoutingRules(Map.of(), Map.of());

    /** What the settings do not name, for it may be newer than they are, has the default of ROUTING. */
    public RoutingRules {
        targets = over(standardTargets(), targets);
        points = over(Map.of("PHONE", 100, "CHAT", 33, "SOCIAL", 33, "EMAIL", 25), points);
        offerSeconds = over(Map.of("PHONE", 15, "CHAT", 30, "SOCIAL", 30, "EMAIL", 120), offerSeconds);
        afterCallSeconds = over(Map.of("PHONE", 60, "CHAT", 30, "SOCIAL", 30, "EMAIL", 30), afterCallSeconds);
        widening = List.copyOf(widening);
        neighbours = Map.copyOf(neighbours);
    }

    /** With the times of ROUTING for affinity, offers and after-call work. */
    public RoutingRules(
            int version,
            Map<String, Integer> targets,
            Map<String, Integer> points,
            int level,
            List<WideningStep> widening,
            Map<String, List<String>> neighbours,
            boolean callsBeforeMail) {
        this(
                version,
                targets,
                points,
                level,
                widening,
                neighbours,
                callsBeforeMail,
                STANDARD_AFFINITY,
                Map.of(),
                Map.of());
    }

    public RoutingRules(Map<String, Integer> targets, Map<String, Integer> points) {
        this(0, targets, points, 3, STANDARD_WIDENING, Map.of(), false);
    }

    /** The defaults of ROUTING. */
    public static RoutingRules standard() {
        return STANDARD;
    }

    private static Map<String, Integer> over(Map<String, Integer> standard, Map<String, Integer> given) {
        Map<String, Integer> all = new HashMap<>(standard);
        all.putAll(given);
        return Map.copyOf(all);
    }

    private static Map<String, Integer> standardTargets() {
        Map<String, Integer> targets = new HashMap<>();
        for (Priority priority : Priority.values()) {
            targets.put(Channel.PHONE + "." + priority, 20);
            targets.put(Channel.CHAT + "." + priority, 60);
            targets.put(Channel.SOCIAL + "." + priority, 900);
            targets.put(Channel.EMAIL + "." + priority, 14_400);
        }
        return targets;
    }

    public Duration target(ServiceClass serviceClass) {
        return Duration.ofSeconds(targets.get(serviceClass.channel() + "." + serviceClass.priority()));
    }

    public int points(Channel channel) {
        return points.get(channel.name());
    }

    List<String> neighbours(String topic) {
        return neighbours.getOrDefault(topic, List.of());
    }
}
