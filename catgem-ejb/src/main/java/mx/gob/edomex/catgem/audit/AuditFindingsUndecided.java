package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** An audit is closed when each of its findings was decided upon in triage. */
public class AuditFindingsUndecided extends Violation {
    public AuditFindingsUndecided() {
        super("some findings are not decided yet");
    }
}
