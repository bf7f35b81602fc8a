package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which a menu is read: each node after those that lead to it, as far as the menu does not go back, choices
 * in the order of their keys; at the end what no call comes to.
 */
public final class FlowOrder {

    private final CallFlow flow;
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> order = new ArrayDeque<>();

    private FlowOrder(CallFlow flow) {
        this.flow = flow;
    }

    /** Names of all its nodes. */
    public static List<String> of(CallFlow flow) {
        FlowOrder walk = new FlowOrder(flow);
        walk.from(flow.start());
        List<String> names = new ArrayList<>(walk.order);
        flow.nodes().keySet().stream().filter(name -> !walk.seen.contains(name)).forEach(names::add);
        return List.copyOf(names);
    }

    /** A node stands before everything it leads to, so what is left last is written first. */
    private void from(String name) {
        FlowNode node = flow.nodes().get(name);
        if (node != null && seen.add(name)) {
            List<String> exits = new ArrayList<>(node.exits());
            Collections.reverse(exits);
            exits.forEach(this::from);
            order.addFirst(name);
        }
    }
}
