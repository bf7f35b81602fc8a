package mx.gob.edomex.catgem.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Violation;

/** A refused act is on record too, in a transaction of its own because the act's is rolled back. */
@Stateless
@RolesAllowed(Roles.INFORMATION)
public class RefusedActs {

    @Inject
    StepRecorder steps;

    @Inject
    Clock clock;

    /** The reason is the rule's name as a code: {@code AUTHOR_CANNOT_PUBLISH}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(UpdateId id, Act act, Violation broken, String username) {
        steps.record(
                id.execution(),
                act,
                StepKind.EXCEPTION,
                Basis.MEASURED,
                Actor.officer(username),
                clock.instant(),
                "REFUSED",
                broken.code().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT),
                Map.of());
    }
}
