package mx.gob.edomex.catgem.routing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;

/**
 * The settings of one version of the routing.
 *
 * @param targets seconds a contact may wait, by {@code CHANNEL.PRIORITY}
 * @param points capacity a contact holds, 1 to 100, by channel
 */
public record RoutingRules(Map<String, Integer> targets, Map<String, Integer> points) {

    private static final RoutingRules STANDARD = new RoutingRules(Map.of(), Map.of());

    /** What the settings do not name, for it may be newer than they are, has the default of ROUTING. */
    public RoutingRules {
        Map<String, Integer> allTargets = new HashMap<>(standardTargets());
        allTargets.putAll(targets);
        targets = Map.copyOf(allTargets);
        Map<String, Integer> allPoints = new HashMap<>(Map.of("PHONE", 100, "CHAT", 33, "SOCIAL", 33, "EMAIL", 25));
        allPoints.putAll(points);
        points = Map.copyOf(allPoints);
    }

    /** The defaults of ROUTING. */
    public static RoutingRules standard() {
        return STANDARD;
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
}
