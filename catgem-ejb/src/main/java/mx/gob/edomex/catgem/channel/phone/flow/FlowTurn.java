package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.List;

/**
 * What comes of an event: where the call stands now, what is to be done, and the path it took.
 *
 * @param visits empty when it stayed and nothing was repeated
 */
public record FlowTurn(FlowState state, List<FlowCommand> commands, List<FlowVisit> visits) {
    public FlowTurn {
        commands = List.copyOf(commands);
        visits = List.copyOf(visits);
    }
}
