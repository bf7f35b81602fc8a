package mx.gob.edomex.catgem.manual;

import java.util.List;
import mx.gob.edomex.catgem.shared.Violation;

/** A text that nobody could work by is not handed in and not authorised: {@link #faults} says where. */
public class ProcedureTextFaulty extends Violation {

    private final transient List<TextFault> faults;

    public ProcedureTextFaulty(List<TextFault> faults) {
        super("the text has " + faults.size() + " faults: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<TextFault> faults() {
        return faults;
    }
}
