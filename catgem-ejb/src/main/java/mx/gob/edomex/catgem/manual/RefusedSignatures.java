package mx.gob.edomex.catgem.manual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Violation;

/** A refused signature is on record too, in a transaction of its own because the signature's is rolled back. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class RefusedSignatures {

    @Inject
    DocumentSteps steps;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(UUID version, Act act, Violation broken, Actor who) {
        steps.refused(version, act, broken, who);
    }
}
