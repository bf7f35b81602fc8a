package mx.gob.edomex.catgem.rules;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Violation;

/** A refused approval is on record too, in a transaction of its own because the approval's is rolled back. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class RefusedApprovals {

    @Inject
    RuleSteps steps;

    /** PRF-03 with an exception; the reason is the rule's name as a code: {@code AUTHOR_CANNOT_APPROVE}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(RuleDraftId id, Violation broken, Actor who) {
        steps.refused(id, broken, who);
    }
}
