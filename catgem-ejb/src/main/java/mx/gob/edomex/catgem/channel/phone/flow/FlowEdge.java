package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A way from one node to another.
 *
 * @param key that is pressed for it, or empty: the call goes it by itself
 */
public record FlowEdge(String from, String key, String to) {

    /** Every way of a menu, also to nodes that do not exist, node by node. */
    public static List<FlowEdge> of(CallFlow flow) {
        List<FlowEdge> edges = new ArrayList<>();
        flow.nodes().forEach((name, node) -> {
            if (node instanceof FlowNode.Menu menu) {
                menu.choices().forEach(choice -> edges.add(new FlowEdge(name, choice.key(), choice.next())));
            }
            node.byItself().forEach(next -> edges.add(new FlowEdge(name, "", next)));
        });
        return List.copyOf(edges);
    }
}
