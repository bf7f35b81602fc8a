package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

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

    public CallFlow startingAt(String node) {
        return new CallFlow(version, node, nodes, prompts);
    }

    /** With the node in the place of the one of that name, or as the last. */
    public CallFlow with(String name, FlowNode node) {
        Map<String, FlowNode> changed = new LinkedHashMap<>(nodes);
        changed.put(name, node);
        return new CallFlow(version, start, changed, prompts);
    }

    /** Without the node; what led to it leads to the other one, which may be none. */
    public CallFlow without(String name, String instead) {
        CallFlow changed = leading(one -> one.equals(name) ? instead : one);
        Map<String, FlowNode> left = new LinkedHashMap<>(changed.nodes);
        left.remove(name);
        return new CallFlow(version, changed.start, left, prompts);
    }

    /** With the node under another name, which no node has yet; what led to it still does. */
    public CallFlow renamed(String name, String to) {
        CallFlow changed = leading(one -> one.equals(name) ? to : one);
        Map<String, FlowNode> left = new LinkedHashMap<>();
        changed.nodes.forEach((one, node) -> left.put(one.equals(name) ? to : one, node));
        return new CallFlow(version, changed.start, left, prompts);
    }

    private CallFlow leading(UnaryOperator<String> names) {
        Map<String, FlowNode> changed = new LinkedHashMap<>();
        nodes.forEach((one, node) -> changed.put(one, node.leadingTo(names)));
        return new CallFlow(version, names.apply(start), changed, prompts);
    }

    /** With the prompt in the place of the one of that name, or as the last. */
    public CallFlow saying(String name, FlowPrompt prompt) {
        Map<String, FlowPrompt> changed = new LinkedHashMap<>(prompts);
        changed.put(name, prompt);
        return new CallFlow(version, start, nodes, changed);
    }

    /** Without the prompt, whoever says it. */
    public CallFlow silent(String name) {
        Map<String, FlowPrompt> left = new LinkedHashMap<>(prompts);
        left.remove(name);
        return new CallFlow(version, start, nodes, left);
    }
}
