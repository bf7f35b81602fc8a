package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** The sample, the report and the end of an audit are its lead auditor's. */
public class OnlyTheLeadMay extends Violation {
    public OnlyTheLeadMay() {
        super("only the lead auditor of the audit may do this");
    }
}
