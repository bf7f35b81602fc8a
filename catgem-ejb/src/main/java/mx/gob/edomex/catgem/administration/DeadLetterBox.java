package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        act("ADMIN_DEAD_LETTER_SENT_BACK", id, reason, broker::sendBack);
    }

    /**
     * Throws it away.
     *
     * @throws DeadLetterReasonMissing without a reason
     * @throws DeadLetterGone when somebody else was first
     */
    public void discard(String id, DeadLetterReason reason) {
        act("ADMIN_DEAD_LETTER_DISCARDED", id, reason, broker::discard);
    }

    /** Recorded first: the broker takes no part in the transaction, and what cannot be recorded must not be done. */
    private void act(String code, String id, DeadLetterReason reason, Function<String, Optional<DeadLetter>> done) {
        if (reason == null) {
            throw new DeadLetterReasonMissing();
        }
        DeadLetter letter = broker.deadLetters().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(DeadLetterGone::new);
        Map<String, String> refs =
                new HashMap<>(Map.of("item", letter.queue(), "message", letter.id(), "reason", reason.name()));
        if (letter.subject() != null) {
            refs.put("subject", letter.subject().replace('|', ':')); // as a signal is written
        }
        ledger.system(
                code, new Actor(staff.username(), Roles.SUPPORT, Source.SCREEN), clock.instant(), reason.name(), refs);
        if (done.apply(id).isEmpty()) {
            throw new DeadLetterGone();
        }
    }
}
