package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;

/** Messages that no consumer could take: looked at, sent back or thrown away, with a reason and on record. */
@Stateless
@RolesAllowed(Roles.SUPPORT)
public class DeadLetterBox {

    @Inject
    Broker broker;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** Oldest first. */
    public List<DeadLetter> list() {
        return broker.deadLetters();
    }

    /**
     * Sends it to the queue it belongs to, where it is tried again.
     *
     * @throws DeadLetterReasonMissing without a reason
     * @throws DeadLetterGone when somebody else was first
     */
    public void sendBack(String id, DeadLetterReason reason) {
        require(reason);
        record("ADMIN_DEAD_LETTER_SENT_BACK", broker.sendBack(id), reason);
    }

    /**
     * Throws it away.
     *
     * @throws DeadLetterReasonMissing without a reason
     * @throws DeadLetterGone when somebody else was first
     */
    public void discard(String id, DeadLetterReason reason) {
        require(reason);
        record("ADMIN_DEAD_LETTER_DISCARDED", broker.discard(id), reason);
    }

    private static void require(DeadLetterReason reason) {
        if (reason == null) {
            throw new DeadLetterReasonMissing();
        }
    }

    private void record(String code, Optional<DeadLetter> acted, DeadLetterReason reason) {
        DeadLetter letter = acted.orElseThrow(DeadLetterGone::new);
        String subject = letter.subject() == null ? "" : letter.subject();
        ledger.system(
                code,
                new Actor(staff.username(), Roles.SUPPORT, Source.SCREEN),
                clock.instant(),
                reason.name(),
                Map.of("item", letter.queue(), "subject", subject, "message", letter.id(), "reason", reason.name()));
    }
}
