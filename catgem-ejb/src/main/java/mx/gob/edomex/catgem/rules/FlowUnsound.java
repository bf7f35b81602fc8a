package mx.gob.edomex.catgem.rules;

import java.util.List;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.shared.Violation;

/** A menu that does not make sense is not handed in and not published: {@link #faults} says why. */
public class FlowUnsound extends Violation {

    private final transient List<FlowFault> faults;

    public FlowUnsound(List<FlowFault> faults) {
        super("the menu has " + faults.size() + " faults: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<FlowFault> faults() {
        return faults;
    }
}
