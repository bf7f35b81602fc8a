package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A menu, whole: nodes and prompts by their names. Whether it makes sense {@link FlowCheck} says.
 *
 * @param version 0 while it is none
 * @param start the node at which a call begins
 */
public record CallFlow(int version, String start, Map<String, FlowNode> nodes, Map<String, FlowPrompt> prompts) {

    public CallFlow {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        prompts = Collections.unmodifiableMap(new LinkedHashMap<>(prompts));
    }

    /** @throws IllegalArgumentException when it has no such node, which {@link FlowCheck} would have found */
    FlowNode node(String name) {
        FlowNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("no node " + name);
        }
        return node;
    }
}
