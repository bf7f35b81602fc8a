package mx.gob.edomex.catgem.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.correction.Words;
import mx.gob.edomex.catgem.security.Roles;

/** Which audits are to be done in a year, of what, when and by whom; who had a part in it is not named for it. */
@Stateless
@RolesAllowed(Roles.AUDITOR)
public class AuditProgramme {

    @Inject
    AuditRows rows;

    @Inject
    Independence independence;

    /** Those under which contacts are attended, by code. */
    public static List<String> procedures() {
        return Arrays.stream(Channel.values())
                .map(Channel::procedure)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @throws AuditScopeInvalid when it is about nothing that is audited here
     * @throws AuditDatesInvalid when the days of the audit are none
     * @throws AuditorUnknown when one of those named may not audit
     * @throws AuditorNotIndependent when one of them had a part in it
     */
    public AuditId plan(AuditPlan plan) {
        check(plan);
        AuditId id = new AuditId(UUID.randomUUID());
        Audit audit = new Audit(id, rows.next("AI"), plan, rows.me(), rows.now());
        rows.keep(audit);
        rows.record(id, "AUDIT_PLANNED", audit.title(), refs(plan));
        return id;
    }

    /** As {@link #plan}, of an audit that has not begun. */
    public void replan(AuditId id, AuditPlan plan) {
        Audit audit = rows.locked(id);
        audit.require(AuditState.PLANNED);
        check(plan);
        audit.replan(plan);
        rows.record(id, "AUDIT_REPLANNED", audit.title(), refs(plan));
    }

    /**
     * It stays in the programme with its number and the reason.
     *
     * @throws mx.gob.edomex.catgem.correction.WordsNeeded without a reason
     */
    public void cancel(AuditId id, String reason) {
        String words = Words.needed(reason);
        Audit audit = rows.locked(id);
        audit.cancel(rows.now());
        rows.record(id, "AUDIT_CANCELLED", words, Map.of());
    }

    private void check(AuditPlan plan) {
        plan.check();
        if (!procedures().containsAll(plan.scope())) {
            throw new AuditScopeInvalid();
        }
        independence.require(plan);
    }

    /** How it stood is found in the ledger by these, whatever is planned later. */
    private static Map<String, String> refs(AuditPlan plan) {
        Map<String, String> refs = new HashMap<>(Map.of(
                "procedures", String.join(":", plan.scope()),
                "from", plan.from().toString(),
                "to", plan.to().toString(),
                "planned", plan.plannedFrom().toString(),
                "until", plan.plannedTo().toString()));
        List<String> team = plan.team();
        for (int i = 0; i < team.size(); i++) {
            refs.put("auditor" + (i + 1), team.get(i));
        }
        return refs;
    }
}
