package mx.gob.edomex.catgem.web.callmenu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEdge;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowOrder;

/** A menu as lines to be read from above to below, each with what leads to it, where it leads, and what is wrong with it. */
public final class MenuReading {

    private MenuReading() {}

    /**
     * One node.
     *
     * @param ways where it leads, one a target
     * @param arrivals what leads to it, one a source
     * @param choice whether only keys lead to it
     */
    public record Line(
            String name,
            FlowKind kind,
            FlowNode node,
            List<Way> ways,
            List<Way> arrivals,
            boolean choice,
            List<FlowFault> faults) {

        public boolean faulty() {
            return faults.stream().anyMatch(fault -> !fault.warning());
        }
    }

    /**
     * All ways between two nodes.
     *
     * @param keys that are pressed for it, in their order
     * @param byItself whether the call goes it, too, when nothing is pressed
     * @param there whether the node on the other side exists
     */
    public record Way(String other, List<String> keys, boolean byItself, boolean there) {}

    static List<Line> of(CallFlow flow, List<FlowFault> faults) {
        List<FlowEdge> edges = FlowEdge.of(flow);
        return FlowOrder.of(flow).stream()
                .map(name -> line(name, flow, edges, faults))
                .toList();
    }

    private static Line line(String name, CallFlow flow, List<FlowEdge> edges, List<FlowFault> faults) {
        FlowNode node = flow.nodes().get(name);
        List<Way> arrivals =
                ways(edges.stream().filter(edge -> edge.to().equals(name)).toList(), true, flow);
        return new Line(
                name,
                FlowKind.of(node),
                node,
                ways(edges.stream().filter(edge -> edge.from().equals(name)).toList(), false, flow),
                arrivals,
                !arrivals.isEmpty()
                        && arrivals.stream()
                                .noneMatch(way -> way.byItself() && way.keys().isEmpty()),
                faults.stream().filter(fault -> concerns(fault, name, node)).toList());
    }

    /** What has to be mended of a prompt is told at every node that says it. */
    private static boolean concerns(FlowFault fault, String name, FlowNode node) {
        return fault.ofPrompt()
                ? !fault.warning() && node.prompts().contains(fault.where())
                : fault.where().equals(name);
    }

    private static List<Way> ways(List<FlowEdge> edges, boolean back, CallFlow flow) {
        Map<String, List<FlowEdge>> byOther = new LinkedHashMap<>();
        edges.forEach(edge -> byOther.computeIfAbsent(back ? edge.from() : edge.to(), one -> new ArrayList<>())
                .add(edge));
        List<Way> ways = new ArrayList<>();
        byOther.forEach((other, same) -> ways.add(new Way(
                other,
                same.stream().map(FlowEdge::key).filter(key -> !key.isEmpty()).toList(),
                same.stream().anyMatch(edge -> edge.key().isEmpty()),
                flow.nodes().containsKey(other))));
        return List.copyOf(ways);
    }
}
