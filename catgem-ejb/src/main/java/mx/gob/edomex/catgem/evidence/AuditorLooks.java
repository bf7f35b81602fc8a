package mx.gob.edomex.catgem.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * Who audits is audited: what an auditor looks at is an event, and so a leaf of the log, in the transaction of the look. Of
 * nobody else; their looks are their work.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditorLooks {

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** At something of a contact. */
    public void at(ContactId contact, String code, Map<String, String> refs) {
        if (staff.has(Roles.AUDITOR)) {
            ledger.fact(contact, code, auditor(), clock.instant(), null, refs);
        }
    }

    /** At something else. */
    public void at(String code, Map<String, String> refs) {
        if (staff.has(Roles.AUDITOR)) {
            ledger.system(code, auditor(), clock.instant(), null, refs);
        }
    }

    private Actor auditor() {
        return new Actor(staff.username(), Roles.AUDITOR, Source.SCREEN);
    }
}
