package mx.gob.edomex.catgem.rules;

import java.util.List;
import mx.gob.edomex.catgem.shared.Violation;

/** Rules that contradict themselves are not handed in and not published: {@link #faults} says where. */
public class RulesContradictory extends Violation {

    private final transient List<RuleFault> faults;

    public RulesContradictory(List<RuleFault> faults) {
        super("the rules have " + faults.size() + " faults: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<RuleFault> faults() {
        return faults;
    }
}
