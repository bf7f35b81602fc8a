package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A way from one node to another.
 *
 * @param key that is pressed for it, or empty: the call goes it by itself
 */
public record FlowEdge(String from, String key, String to) {

    /** In the place of the keys of a question, which are as many as the survey has answers for it. */
    static final String ANSWERS = "1…";

    /** Every way of a menu, also to nodes that do not exist, node by node. */
    public static List<FlowEdge> of(CallFlow flow) {
        List<FlowEdge> edges = new ArrayList<>();
        flow.nodes().forEach((name, node) -> {
            if (node instanceof FlowNode.Menu menu) {
                menu.choices().forEach(choice -> edges.add(new FlowEdge(name, choice.key(), choice.next())));
            }
            if (node instanceof FlowNode.Question question) {
                edges.add(new FlowEdge(name, ANSWERS, question.next()));
            } else if (node instanceof FlowNode.Line line && line.leadsOn()) {
                edges.add(new FlowEdge(name, "", line.after()));
            }
            node.byItself().forEach(next -> edges.add(new FlowEdge(name, "", next)));
        });
        return List.copyOf(edges);
    }
}
